package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.notice.NoticeHistory.Act;
import jp.tsunagu.notice.NoticeHistory.Line;
import jp.tsunagu.work.CaseAlert;
import jp.tsunagu.work.CaseAlerts;
import jp.tsunagu.work.LetterTargets;
import org.springframework.stereotype.Component;

/** The outbox. Writing joins the step's transaction; the unique cause refuses a second notice of the same act. */
@Component
public class Notices {

    private final NoticeTable table;
    private final NoticeHistory history;
    private final LetterTargets targets;
    private final CaseAlerts alerts;
    private final Cases cases;
    private final EntityManager database;
    private final Clock clock;

    Notices(
            NoticeTable table,
            NoticeHistory history,
            LetterTargets targets,
            CaseAlerts alerts,
            Cases cases,
            EntityManager database,
            Clock clock) {
        this.table = table;
        this.history = history;
        this.targets = targets;
        this.alerts = alerts;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    /** To a group of staff, who find it on their page of notices, and mostly as a task. */
    public void toRole(String caseNumber, NoticeKind kind, String role, String cause, JsonNode content) {
        write(caseNumber, kind, new Receiver(role, null, null), null, cause, content);
    }

    /** To one of a group: whoever has the task in hand that it is about. */
    public void toColleague(String caseNumber, NoticeKind kind, String role, String account, String cause) {
        Receiver to = new Receiver(role, account, null);
        write(caseNumber, kind, to, null, cause, JsonNodeFactory.instance.objectNode());
    }

    /** Whether a notice of this cause has been written before. */
    public boolean isWritten(NoticeKind kind, String cause) {
        return table.ofCause(kind, cause).isPresent();
    }

    /**
     * To the person of the case.
     *
     * @param since the day of the act that it tells of: the days in which it goes out are counted from there
     */
    public void toPerson(String caseNumber, NoticeKind kind, LocalDate since, String cause, JsonNode content) {
        write(caseNumber, kind, Receiver.PERSON, since, cause, content);
    }

    /** To a body outside, by the name the plan gives it. */
    public void toBody(
            String caseNumber, NoticeKind kind, String body, LocalDate since, String cause, JsonNode content) {
        write(caseNumber, kind, new Receiver(null, null, body), since, cause, content);
    }

    private void write(
            String caseNumber, NoticeKind kind, Receiver to, LocalDate since, String cause, JsonNode content) {
        Notice notice = Notice.of(cases.find(caseNumber).id(), kind, to, cause, content, clock.instant());
        kind.letter()
                .filter(letter -> to.role() == null)
                .flatMap(letter -> targets.of(letter.step(), since))
                .ifPresent(notice::due);
        database.persist(notice);
        database.flush();
        history.add(notice.id(), Line.of(Act.WRITTEN, null, LocalDate.now(clock), null));
    }

    /** Somebody has read what was written to their role, in a step of the process. */
    public void read(NoticeKind kind, String cause, LocalDate on, String by) {
        table.ofCause(kind, cause).ifPresent(notice -> settle(notice, Act.READ, on, by, null));
    }

    /** The same where one step answers all notices of a kind. */
    public void readAll(String caseNumber, NoticeKind kind, String role, LocalDate on, String by) {
        table.unread(cases.find(caseNumber).id(), kind, role).forEach(notice -> settle(notice, Act.READ, on, by, null));
    }

    /**
     * A step of the process sent the letter to the person.
     *
     * @param begun when the step began: the letter is the latest that was there then, for there may be two decisions on the way
     * @param manner how, as the form calls it
     */
    public void sent(String caseNumber, String step, Instant begun, LocalDate on, String by, String manner) {
        NoticeKind kind = NoticeKind.ofStep(step).orElseThrow();
        ofStep(caseNumber, kind, begun)
                .filter(notice -> notice.state() != Notice.State.SENT)
                .ifPresent(notice -> settle(notice, Act.SENT, on, by, manner));
    }

    /** The letter that a step is about. */
    Optional<Notice> ofStep(String caseNumber, NoticeKind kind, Instant begun) {
        return table.toPerson(cases.find(caseNumber).id(), kind).stream()
                .filter(notice -> !notice.writtenAt().isAfter(begun))
                .findFirst();
    }

    /** It has reached whom it is for; what was said to staff about it is over. */
    void settle(Notice notice, Act act, LocalDate on, String by, String manner) {
        notice.sent(on, by, manner);
        table.about(notice.caseId(), notice.id().toString()).forEach(told -> {
            told.sent(on, by, null);
            history.add(told.id(), Line.of(Act.READ, by, on, null));
        });
        database.flush();
        history.add(notice.id(), Line.of(act, by, on, manner));
        alerts.settle(CaseAlert.LETTER_LATE, notice.id().toString());
        alerts.settle(CaseAlert.LETTER_RETURNED, notice.id().toString());
    }

    /** True if a letter to the person that follows a decision has been written for this case and has not gone out yet. */
    public boolean hasUnsentLetters(String caseNumber) {
        return table.count(cases.find(caseNumber).id(), NoticeKind.letters(), Notice.State.UNSENT) > 0;
    }
}
