package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.ContactMethods;
import jp.tsunagu.casefile.Counterpart;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of records and papers show besides what they are about: the head of the case, choices, and refusals. */
@Component
class RecordSheet {

    private static final String USUAL = "visitInPerson";

    private final ContactMethods methods;
    private final Settings settings;
    private final WorkingDays workingDays;

    RecordSheet(ContactMethods methods, Settings settings, WorkingDays workingDays) {
        this.methods = methods;
        this.settings = settings;
        this.workingDays = workingDays;
    }

    /** A next date at one press. */
    record Proposal(String label, String value) {}

    /** The head of a case as a page shows it. */
    record Head(CaseHead of, String name, String nextDate, String workers) {}

    void head(Model page, CaseHead head) {
        String workers = head.workers().stream()
                .map(worker -> Accounts.groupNames().getOrDefault(worker.group(), worker.group()) + "　" + worker.name())
                .reduce((first, second) -> first + "、" + second)
                .orElse("まだいません");
        page.addAttribute(
                "head",
                new Head(
                        head,
                        head.name() == null ? "（匿名）" : head.name(),
                        head.nextDate() == null ? "ありません" : Wareki.formatWithWeekday(head.nextDate()),
                        workers));
    }

    /** The inputs of a page with what is in them, and what was refused of it. */
    void inputs(Model page, Map<String, String> typed, List<Refusal> refusals) {
        Map<String, String> errors = new TreeMap<>();
        refusals.stream()
                .filter(refusal -> refusal.field() != null)
                .forEach(refusal -> errors.putIfAbsent(refusal.field(), refusal.reason()));
        page.addAttribute("typed", typed);
        page.addAttribute("refusals", refusals);
        page.addAttribute("errors", errors);
        page.addAttribute("key", UUID.randomUUID().toString());
        page.addAttribute("today", RecordForm.date(workingDays.today()));
    }

    void choices(Model page) {
        page.addAttribute("methods", methods.all());
        page.addAttribute("counterparts", Counterpart.values());
        page.addAttribute(
                "proposals",
                List.of(
                        proposal("1週間後", workingDays.today().plusWeeks(1)),
                        proposal("2週間後", workingDays.today().plusWeeks(2)),
                        proposal("1か月後", workingDays.today().plusMonths(1))));
    }

    private Proposal proposal(String when, LocalDate day) {
        LocalDate open = workingDays.nextOpenDay(day);
        String date = Wareki.formatWithWeekday(open);
        return new Proposal(when + " " + date.substring(date.indexOf('年') + 1), RecordForm.date(open));
    }

    /** What a new line begins with: today, the office's usual method, the next date that is agreed already. */
    Map<String, String> beginning(CaseHead head) {
        boolean ahead = head.nextDate() != null && !head.nextDate().isBefore(workingDays.today());
        String method = settings.today(Settings.USUAL_METHOD).orElse(USUAL);
        return ahead
                ? Map.of(
                        "occurredOn",
                        RecordForm.date(workingDays.today()),
                        "method",
                        method,
                        "nextDate",
                        RecordForm.date(head.nextDate()))
                : Map.of("occurredOn", RecordForm.date(workingDays.today()), "method", method);
    }
}
