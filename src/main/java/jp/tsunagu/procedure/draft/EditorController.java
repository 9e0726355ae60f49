package jp.tsunagu.procedure.draft;

import java.security.Principal;
import java.util.Map;
import java.util.NoSuchElementException;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.draft.Draft.State;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The editors: one page, and a module for each kind of file. */
@Controller
class EditorController {

    private static final Map<String, String> STYLES =
            Map.of("bpmn", "diagram-editor", "dmn", "table-editor", "form", "form-editor", "text", "text-editor");

    private final Drafts drafts;
    private final Wording wording;
    private final Administrators administrators;

    EditorController(Drafts drafts, Wording wording, Administrators administrators) {
        this.drafts = drafts;
        this.wording = wording;
        this.administrators = administrators;
    }

    @GetMapping("/procedures/drafts/{id:\\d{1,9}}/edit")
    String edit(
            @PathVariable int id,
            @RequestParam String file,
            @RequestParam(defaultValue = "") String element,
            Principal person,
            Model model) {
        administrators.user(person);
        Draft draft = drafts.draft(id);
        if (draft.state() != State.EDITING) {
            throw new DraftClosedException(
                    "この改定案は「" + wording.state(draft.state()) + "」なので、編集できません。改定案のページから内容を見られます。");
        }
        ProcedureFiles files = drafts.files(id);
        if (!FileFormat.isName(file) || files.content(file).isEmpty()) {
            throw new NoSuchElementException("このファイルは、改定案にありません。改定案のページから選び直してください。");
        }
        model.addAttribute("draft", draft);
        model.addAttribute("file", file);
        model.addAttribute("element", element);
        model.addAttribute("kind", wording.kind(file));
        model.addAttribute("name", FileTitles.of(files).title(file));
        String module = ProcedureText.isOne(file) ? "text" : file.substring(file.lastIndexOf('.') + 1);
        model.addAttribute("module", module);
        model.addAttribute("style", STYLES.get(module));
        return "procedure/edit";
    }
}
