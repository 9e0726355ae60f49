package jp.tsunagu.needtoknow;

import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.needtoknow.ViewingTable.Viewing;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which somebody says why they read a case, and on which 主任 looks at what was said. */
@Controller
@RequestMapping(ViewingEntry.ADDRESS)
class ViewingPage {

    private final Viewings viewings;
    private final Members members;
    private final Clock clock;

    ViewingPage(Viewings viewings, Members members, Clock clock) {
        this.viewings = viewings;
        this.members = members;
        this.clock = clock;
    }

    /**
     * A viewing in words.
     *
     * @param opens whether whoever looks at the page can open the case by its number here
     */
    record Row(
            UUID id,
            String caseNumber,
            String who,
            String reason,
            String note,
            String at,
            String until,
            String judgement,
            boolean own,
            boolean opens) {}

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String done,
            Principal person) {
        return page(person).addObject("number", number).addObject("done", done);
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Principal person) {
        try {
            return new ModelAndView("redirect:/cases/" + viewings.open(person.getName(), number, reason, note));
        } catch (RefusedException refusal) {
            return refused(page(person), refusal)
                    .addObject("number", number)
                    .addObject("reason", reason)
                    .addObject("note", note);
        }
    }

    @PostMapping("/{id}/judgement")
    ModelAndView judge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean objects,
            @RequestParam(defaultValue = "") String note,
            Principal person) {
        try {
            viewings.judge(person.getName(), id, objects, note);
            return new ModelAndView(
                    "redirect:" + ViewingEntry.ADDRESS + "?done=" + (objects ? "objected" : "confirmed"));
        } catch (RefusedException refusal) {
            return refused(page(person), refusal).addObject("judging", id).addObject("judgingNote", note);
        }
    }

    private static ModelAndView refused(ModelAndView page, RefusedException refusal) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("error", PageInput.reason(refusal));
    }

    private ModelAndView page(Principal person) {
        String user = person.getName();
        Set<String> groups = members.groupsOf(user);
        if (!Viewings.offeredTo(groups)) {
            throw new AuthorizationException("「理由を述べて閲覧」は、センターの支援員と、区の担当・係長・課長が使うページです。");
        }
        boolean judge = viewings.judges(user);
        return new ModelAndView("need-to-know/viewings")
                .addObject("reasons", ViewingReason.values())
                .addObject("judge", judge)
                .addObject("waiting", judge ? rows(viewings.toJudge(user), user) : List.of())
                .addObject("judged", judge ? rows(viewings.judged(user), user) : List.of())
                .addObject("own", rows(viewings.own(user), user));
    }

    private List<Row> rows(List<Viewing> viewings, String reader) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return viewings.stream()
                .map(one -> new Row(
                        one.id(),
                        one.caseNumber(),
                        members.nameOf(one.user()),
                        ViewingReason.labelOf(one.reason()),
                        one.note(),
                        moment(one.at()),
                        moment(one.until()),
                        judgement(one),
                        one.user().equals(reader),
                        !one.user().equals(reader) || one.until().isAfter(now)))
                .toList();
    }

    private String judgement(Viewing one) {
        if (one.judgement() == null) {
            return "確認待ち";
        }
        String by = "（" + members.nameOf(one.judgedBy()) + "）";
        return one.judgement().equals(Viewings.OBJECTED) ? "異議あり" + by + "　" + one.judgedNote() : "確認済み" + by;
    }

    static String moment(OffsetDateTime at) {
        var there = at.atZoneSameInstant(WorkingDays.TOKYO);
        return "%s %d:%02d".formatted(Wareki.formatShort(there.toLocalDate()), there.getHour(), there.getMinute());
    }
}
