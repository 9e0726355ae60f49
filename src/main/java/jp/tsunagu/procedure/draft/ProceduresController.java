package jp.tsunagu.procedure.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.FileTitles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureRegister;
import jp.tsunagu.procedure.ProcedureRegister.SetLine;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 手続の管理: what is in force, what was, and what is being changed. */
@Controller
class ProceduresController {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4000;

    private final ProcedureRegister register;
    private final ProcedureSets sets;
    private final Drafts drafts;
    private final RegisterPage page;
    private final Whole whole;
    private final Administrators administrators;
    private final Wording wording;

    ProceduresController(
            ProcedureRegister register,
            ProcedureSets sets,
            Drafts drafts,
            RegisterPage page,
            Whole whole,
            Administrators administrators,
            Wording wording) {
        this.register = register;
        this.sets = sets;
        this.drafts = drafts;
        this.page = page;
        this.whole = whole;
        this.administrators = administrators;
        this.wording = wording;
    }

    @GetMapping(ProcedureEntry.ADDRESS)
    String show(Principal person, Model model) {
        administrators.user(person);
        return list(model, "", "");
    }

    /** Begins a 改定案. Nothing that was typed is lost if something is missing. */
    @PostMapping("/procedures/drafts")
    String begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model,
            HttpServletResponse answer) {
        String user = administrators.user(person);
        if (title.isBlank() || reason.isBlank()) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("missing", "改定案の名前と、変える理由を入力してください。");
            return list(model, title, reason);
        }
        if (title.strip().length() > LONGEST_TITLE || reason.strip().length() > LONGEST_REASON) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("missing", "名前は" + LONGEST_TITLE + "文字まで、理由は" + LONGEST_REASON + "文字までにしてください。");
            return list(model, title, reason);
        }
        return "redirect:/procedures/drafts/"
                + drafts.begin(title.strip(), reason.strip(), user).id();
    }

    /** One file as it is in a set or in a draft. */
    @GetMapping("/procedures/view")
    String view(@RequestParam String of, @RequestParam String file, Principal person, Model model) {
        administrators.user(person);
        ProcedureFiles files = whole.of(of);
        if (files.content(file).isEmpty()) {
            throw new NoSuchElementException("このファイルは、" + Whole.title(of) + "にありません。");
        }
        model.addAttribute("of", of);
        model.addAttribute("whole", Whole.title(of));
        model.addAttribute("file", file);
        model.addAttribute("kind", wording.kind(file));
        model.addAttribute("name", FileTitles.of(files).title(file));
        return "procedure/view";
    }

    private String list(Model model, String title, String reason) {
        int current = sets.current();
        List<SetLine> all = register.sets();
        model.addAttribute("words", wording);
        model.addAttribute("current", current);
        model.addAttribute("sets", all.stream().map(page::set).toList());
        model.addAttribute("groups", page.parts(current));
        model.addAttribute("drafts", drafts.all());
        model.addAttribute("typedTitle", title);
        model.addAttribute("typedReason", reason);
        return "procedure/procedures";
    }
}
