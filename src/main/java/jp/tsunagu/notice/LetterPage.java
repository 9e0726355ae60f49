package jp.tsunagu.notice;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.notice.NoticeHistory.Line;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter: everything that was done with it, and that it came back. */
@Controller
class LetterPage {

    private static final int LONGEST_NOTE = 1000;

    /** What the database cannot keep. */
    private static final String UNSTORABLE = "[\\u0000\\p{Cs}]";

    private final Letters letters;
    private final LetterDesk desk;
    private final NoticeHistory history;
    private final Members members;

    LetterPage(Letters letters, LetterDesk desk, NoticeHistory history, Members members) {
        this.letters = letters;
        this.desk = desk;
        this.history = history;
        this.members = members;
    }

    /** One line of the history, in words. */
    record Shown(String act, String on, String by, String how, String note) {}

    @Transactional
    @GetMapping(NoticesEntry.ADDRESS + "/{id}")
    public String show(@PathVariable UUID id, Principal person, Model model) {
        Letter letter = letters.find(id, person.getName());
        model.addAttribute("id", id);
        model.addAttribute("caseNumber", letter.caseNumber());
        model.addAttribute("kind", letter.kind().label());
        model.addAttribute("state", letter.notice().state().name());
        model.addAttribute("sentOn", letter.notice().sentOn());
        model.addAttribute("reasons", Arrays.asList(ReturnReason.values()));
        model.addAttribute("history", history.of(id).stream().map(this::shown).toList());
        return "letter";
    }

    private Shown shown(Line line) {
        String how = line.reason() == null
                ? Optional.ofNullable(line.manner()).map(Manner::labelOf).orElse("")
                : ReturnReason.labelOf(line.reason());
        return new Shown(
                line.act().label(),
                Wareki.formatWithWeekday(line.on()),
                line.by() == null ? "（手続）" : members.nameOf(line.by()),
                how,
                line.note());
    }

    /** 返戻: the post brought it back. */
    @PostMapping(NoticesEntry.ADDRESS + "/{id}/returned")
    public String returned(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            RedirectAttributes next) {
        try {
            desk.returned(person.getName(), id, day(on), reason(reason), note(note));
            next.addFlashAttribute("done", "返戻を記録しました。主任と担当の相談支援員に知らせました。届け直す方法を決めてください。");
            return "redirect:" + NoticesEntry.ADDRESS + "?show=returned";
        } catch (RefusedException e) {
            next.addFlashAttribute(
                    "refused", e.refusals().stream().map(Refusal::reason).toList());
            next.addFlashAttribute("typed", List.of(on, reason, note));
            return "redirect:" + NoticesEntry.ADDRESS + "/" + id;
        }
    }

    private static LocalDate day(String on) {
        return Typed.day(on).orElseThrow(() -> RefusedException.ofAct("戻った日を入力してください（例：R8.9.18）。"));
    }

    private static ReturnReason reason(String reason) {
        return Arrays.stream(ReturnReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> RefusedException.ofAct("戻った理由を選んでください。"));
    }

    private static String note(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw RefusedException.ofAct("メモは" + LONGEST_NOTE + "文字までです。");
        }
        return note.isBlank() ? null : note.strip().replaceAll(UNSTORABLE, "\uFFFD");
    }
}
