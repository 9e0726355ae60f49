package jp.tsunagu.procedure.draft;

import java.security.Principal;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.draft.PaperDesk.Asked;
import jp.tsunagu.procedure.draft.PaperDesk.Look;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows papers while they are edited. Nothing is saved by it, and no case is read. */
@RestController
class PaperDeskController {

    private final Drafts drafts;
    private final PaperDesk desk;
    private final Administrators administrators;

    PaperDeskController(Drafts drafts, PaperDesk desk, Administrators administrators) {
        this.drafts = drafts;
        this.desk = desk;
        this.administrators = administrators;
    }

    @PostMapping("/api/procedures/drafts/{id:\\d{1,9}}/paper")
    Look look(@PathVariable int id, @RequestParam String name, @RequestBody Asked asked, Principal person) {
        administrators.user(person);
        if (!ProcedureText.isOfPapers(name)) {
            throw RefusedException.ofAct("様式のファイルではありません。");
        }
        if (asked.content() == null || asked.content().length() > FileFormat.LARGEST_TEXT) {
            throw RefusedException.ofAct("様式が大きすぎます（30万文字まで）。");
        }
        return desk.look(drafts.files(id), name, asked);
    }
}
