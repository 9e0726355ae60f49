package jp.tsunagu.procedure.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Saving.NewForm;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of one 改定案. */
@Controller
class DraftPageController {

    private static final String DRAFT = "/procedures/drafts/{id:\\d{1,9}}";
    private static final String DONE = "done";

    private final Drafts drafts;
    private final DraftPage page;
    private final EditorDesk desk;
    private final FileActs acts;
    private final Import imports;
    private final Whole whole;
    private final Administrators administrators;

    DraftPageController(
            Drafts drafts,
            DraftPage page,
            EditorDesk desk,
            FileActs acts,
            Import imports,
            Whole whole,
            Administrators administrators) {
        this.drafts = drafts;
        this.page = page;
        this.desk = desk;
        this.acts = acts;
        this.imports = imports;
        this.whole = whole;
        this.administrators = administrators;
    }

    @GetMapping(DRAFT)
    String show(@PathVariable int id, Principal person, Model model) {
        page.fill(id, administrators.user(person), model);
        return "procedure/draft";
    }

    /** A part of the page: checking a whole procedure takes seconds. */
    @GetMapping(DRAFT + "/findings")
    String findings(@PathVariable int id, Principal person, Model model) {
        administrators.user(person);
        page.fillFindings(id, model);
        return "procedure/findings :: list";
    }

    @PostMapping(DRAFT + "/undo")
    String undo(
            @PathVariable int id,
            @RequestParam String file,
            @RequestParam int revision,
            Principal person,
            RedirectAttributes next) {
        administrators.user(person);
        drafts.undo(id, file, revision);
        return done(id, "元の手続と同じに戻しました。", next);
    }

    @PostMapping(DRAFT + "/forms")
    String makeForm(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String title,
            Principal person) {
        String user = administrators.user(person);
        String file = desk.makeForm(id, new NewForm(key.strip(), title), user);
        return "redirect:" + editor(id, file, null);
    }

    /** @param kind {@code bpmn} or {@code dmn} */
    @PostMapping(DRAFT + "/files")
    String makeFile(
            @PathVariable int id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String title,
            Principal person) {
        String user = administrators.user(person);
        String file = acts.make(id, kind, key.strip(), title, user);
        return "redirect:" + editor(id, file, null);
    }

    @PostMapping(DRAFT + "/remove")
    String remove(
            @PathVariable int id,
            @RequestParam String file,
            @RequestParam int revision,
            Principal person,
            RedirectAttributes next) {
        String user = administrators.user(person);
        acts.remove(id, file, revision, user);
        return done(id, "改定案から、ファイルを一つなくしました。ほかに困るところがないか、下の点検の結果で確かめてください。", next);
    }

    @PostMapping(DRAFT + "/import")
    String take(@PathVariable int id, @RequestParam MultipartFile file, Principal person, RedirectAttributes next)
            throws IOException {
        String user = administrators.user(person);
        if (file.isEmpty()) {
            throw RefusedException.ofAct("取り込むZIPファイルを選んでください。");
        }
        Import.Result result = imports.take(id, file.getBytes(), user);
        List<String> missing = result.missing();
        next.addFlashAttribute("kept", missing);
        return done(
                id,
                result.changed().isEmpty()
                        ? "取り込みました。今の改定案と違うファイルはありませんでした。"
                        : "取り込みました。" + result.changed().size() + "件のファイルが変わりました。",
                next);
    }

    /** The whole procedure as one file. */
    @GetMapping("/procedures/export")
    void export(@RequestParam String of, Principal person, HttpServletResponse answer) throws IOException {
        administrators.user(person);
        ProcedureFiles files = whole.of(of);
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tsunagu-procedure-" + of + ".zip\"");
        ProcedureZip.write(files, answer.getOutputStream());
    }

    static String editor(int draft, String file, String element) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/procedures/drafts/" + draft + "/edit")
                .queryParam("file", file);
        return (element == null ? address : address.queryParam("element", element))
                .encode()
                .toUriString();
    }

    private static String done(int id, String what, RedirectAttributes next) {
        next.addFlashAttribute(DONE, what);
        return "redirect:/procedures/drafts/" + id;
    }
}
