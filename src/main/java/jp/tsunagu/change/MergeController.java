package jp.tsunagu.change;

import java.security.Principal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.LikelySame.Candidate;
import jp.tsunagu.casefile.SamePerson.CaseOfPerson;
import jp.tsunagu.casefile.SamePerson.Merge;
import jp.tsunagu.change.Merges.Side;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of 名寄せ: who may be the same, both side by side, and how it is undone. */
@Controller
@RequestMapping("/cases/{caseNumber}/merge")
class MergeController {

    private final Merges merges;
    private final Members members;

    MergeController(Merges merges, Members members) {
        this.merges = merges;
        this.members = members;
    }

    /** Another case of the same person, in words. */
    record Other(String number, String receivedOn, String status) {}

    /** A case to compare with, in words. */
    record Likely(
            String number, String name, String kana, String birthDate, String receivedOn, String why, boolean alike) {}

    /** A 名寄せ that was made or undone, in words. */
    record Line(UUID id, String what, String reason, String by, String on, boolean stands) {}

    @GetMapping
    ModelAndView page(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(required = false) String done,
            Principal person) {
        return page(caseNumber, with, person).addObject("done", done);
    }

    @PostMapping
    ModelAndView merge(
            @PathVariable String caseNumber,
            @RequestParam String with,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal person) {
        try {
            if (!confirmed) {
                throw RefusedException.ofAct("2つのケースを見くらべて、確認のチェックを入れてください。");
            }
            merges.merge(person.getName(), caseNumber, with, reason);
            return new ModelAndView("redirect:/cases/" + caseNumber + "/merge?done=merged");
        } catch (RefusedException refusal) {
            return again(page(caseNumber, with, person), refusal).addObject("reason", reason);
        }
    }

    @PostMapping("/undo")
    ModelAndView undo(
            @PathVariable String caseNumber,
            @RequestParam UUID merge,
            @RequestParam(defaultValue = "") String reason,
            Principal person) {
        try {
            merges.undo(person.getName(), caseNumber, merge, reason);
            return new ModelAndView("redirect:/cases/" + caseNumber + "/merge?done=undone");
        } catch (RefusedException refusal) {
            return again(page(caseNumber, "", person), refusal).addObject("undoReason", reason);
        }
    }

    private static ModelAndView again(ModelAndView page, RefusedException refusal) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("error", refusal.refusals().get(0).reason());
    }

    private ModelAndView page(String caseNumber, String with, Principal person) {
        String user = person.getName();
        ModelAndView page = new ModelAndView("change/merge");
        page.addObject("caseNumber", caseNumber);
        page.addObject(
                "others",
                merges.others(user, caseNumber).stream()
                        .map(MergeController::words)
                        .toList());
        boolean mayMerge = merges.mayMerge(user);
        page.addObject("mayMerge", mayMerge);
        if (mayMerge) {
            page.addObject(
                    "candidates",
                    merges.candidates(user, caseNumber).stream()
                            .map(MergeController::words)
                            .toList());
            page.addObject(
                    "made",
                    merges.made(user, caseNumber).stream().map(this::words).toList());
            compare(page, user, caseNumber, number(with));
        }
        return page;
    }

    private void compare(ModelAndView page, String user, String caseNumber, String with) {
        page.addObject("with", with);
        if (with.isEmpty() || with.equals(caseNumber)) {
            return;
        }
        Optional<Side> other = merges.side(user, with);
        page.addObject("unknown", other.isEmpty());
        other.ifPresent(side ->
                page.addObject("sides", List.of(merges.side(user, caseNumber).orElseThrow(), side)));
    }

    /** As somebody types it: full width, small letters, spaces. */
    private static String number(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static Other words(CaseOfPerson other) {
        return new Other(
                other.number(),
                Wareki.format(other.receivedOn()),
                other.status().label());
    }

    private static Likely words(Candidate other) {
        return new Likely(
                other.number(),
                other.name() == null ? "（匿名）" : other.name(),
                other.kana() == null ? "" : other.kana(),
                day(other.birthDate()),
                day(other.receivedOn()),
                other.why(),
                other.alike());
    }

    private Line words(Merge merge) {
        return new Line(
                merge.id(),
                merge.oneCase() + " と " + merge.otherCase() + (merge.undoes() == null ? " を名寄せ" : " の名寄せを取り消し"),
                merge.reason(),
                members.nameOf(merge.by()),
                day(merge.at().atZoneSameInstant(WorkingDays.TOKYO).toLocalDate()),
                merge.stands());
    }

    private static String day(LocalDate day) {
        return day == null ? "—" : Wareki.format(day);
    }
}
