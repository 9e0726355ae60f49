package jp.tsunagu.change;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Correction;
import jp.tsunagu.change.Corrections.Last;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of 訂正: the last step, what taking it back would change, and what was taken back before. */
@Controller
@RequestMapping("/cases/{caseNumber}/corrections")
class CorrectionController {

    private final Corrections corrections;
    private final CorrectingActs acts;
    private final Members members;

    CorrectionController(Corrections corrections, CorrectingActs acts, Members members) {
        this.corrections = corrections;
        this.acts = acts;
        this.members = members;
    }

    /** The last step, in words. */
    record Step(UUID document, String name, String author, String actDate, String recorded, int version) {}

    /** A line of what was taken back. */
    record Line(String name, int version, String reason, String by, String at, String told) {}

    @GetMapping
    ModelAndView page(@PathVariable String caseNumber, @RequestParam(required = false) String done, Principal person) {
        return page(caseNumber, person).addObject("done", done != null);
    }

    @PostMapping
    ModelAndView takeBack(
            @PathVariable String caseNumber,
            @RequestParam UUID document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal person) {
        try {
            if (!confirmed) {
                throw RefusedException.ofAct("何が戻るかを確かめて、確認のチェックを入れてください。");
            }
            corrections.takeBack(person.getName(), caseNumber, document, reason);
            return new ModelAndView("redirect:/cases/" + caseNumber + "/corrections?done");
        } catch (RefusedException refusal) {
            return again(caseNumber, person, refusal.refusals().get(0).reason(), reason);
        } catch (OptimisticLockingException sameMoment) {
            return again(caseNumber, person, "ちょうど同じ時に、期日の処理がこのケースを進めました。最後の手順を確かめて、もう一度選んでください。", reason);
        }
    }

    /** What was typed stays. */
    private ModelAndView again(String caseNumber, Principal person, String error, String reason) {
        ModelAndView again = page(caseNumber, person);
        again.setStatus(HttpStatus.BAD_REQUEST);
        return again.addObject("error", error).addObject("reason", reason);
    }

    private ModelAndView page(String caseNumber, Principal person) {
        Optional<Last> last = corrections.last(person.getName(), caseNumber);
        ModelAndView page = new ModelAndView("change/corrections");
        page.addObject("caseNumber", caseNumber);
        page.addObject("mayCorrect", corrections.mayCorrect(person.getName()));
        page.addObject("step", last.map(this::words).orElse(null));
        page.addObject("refusal", last.flatMap(Last::refusal).orElse(null));
        page.addObject("closes", last.map(Last::closes).orElse(List.of()));
        page.addObject("reopens", last.map(Last::reopens).orElse(List.of()));
        page.addObject("acts", acts.of(person.getName(), caseNumber));
        page.addObject(
                "made", corrections.made(caseNumber).stream().map(this::words).toList());
        return page;
    }

    private Step words(Last last) {
        return new Step(
                last.step().document(),
                last.name(),
                members.nameOf(last.step().author()),
                Wareki.formatWithWeekday(last.step().actDate()),
                moment(last.step().recordedAt()),
                last.step().version());
    }

    private Line words(Correction made) {
        return new Line(
                corrections.name(made.step(), made.taskId()),
                made.version(),
                made.reason(),
                members.nameOf(made.takenBackBy()),
                moment(made.takenBackAt()),
                members.nameOf(made.told()));
    }

    private static String moment(Instant at) {
        var there = at.atZone(WorkingDays.TOKYO);
        return "%s %02d:%02d"
                .formatted(Wareki.formatWithWeekday(there.toLocalDate()), there.getHour(), there.getMinute());
    }
}
