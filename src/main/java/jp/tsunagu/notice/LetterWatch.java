package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.notice.NoticeKind.LetterStep;
import jp.tsunagu.work.CaseAlert;
import jp.tsunagu.work.CaseAlerts;
import jp.tsunagu.work.LetterTargets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters to the person that lie too long (要領 第10条第4号: 速やかに): whoever sends them is reminded, then the next person up is told.
 * It watches the letter and not the step, which may be gone while the letter lies. Running it twice, or on two nodes, changes
 * nothing.
 */
@Component
public class LetterWatch {

    private static final int MOST = 100;

    private final NoticeTable table;
    private final Notices notices;
    private final LetterTargets targets;
    private final OpenSteps steps;
    private final CaseAlerts alerts;
    private final WorkingDays workingDays;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterWatch(
            NoticeTable table,
            Notices notices,
            LetterTargets targets,
            OpenSteps steps,
            CaseAlerts alerts,
            WorkingDays workingDays,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.notices = notices;
        this.targets = targets;
        this.steps = steps;
        this.alerts = alerts;
        this.workingDays = workingDays;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Waiting(UUID id, String caseNumber) {}

    /** Looks once; what one node has in hand another one passes over. */
    public void tick() {
        ZonedDateTime now = clock.instant().atZone(WorkingDays.TOKYO);
        LocalDate today = now.toLocalDate();
        if (!workingDays.isOpen(today)) {
            // a reminder on a holiday reaches nobody; the days of the table are open ones
            return;
        }
        if (!now.isBefore(workingDays.openingTime(today))) {
            each("n.reminded_at is null and n.remind_on <= :day", today, this::remind);
        }
        LocalDate over = now.isBefore(workingDays.closingTime(today)) ? today.minusDays(1) : today;
        each("n.escalated_at is null and n.due_on <= :day", over, this::escalate);
    }

    private interface Act {

        void on(Notice letter, String caseNumber);
    }

    private void each(String which, LocalDate day, Act act) {
        int done;
        do {
            done = transaction.execute(status -> {
                List<Waiting> waiting = waiting(which, day);
                waiting.forEach(one -> act.on(table.findById(one.id()).orElseThrow(), one.caseNumber()));
                return waiting.size();
            });
        } while (done == MOST);
    }

    private List<Waiting> waiting(String which, LocalDate day) {
        return database.sql("""
                        select n.id, c.case_number from notice n join support_case c on c.id = n.case_id
                        where n.receiver = '本人' and n.state <> 'SENT' and c.status <> 'CLOSED' and
                        """ + which + " order by n.due_on limit :most for no key update of n, c skip locked")
                .param("day", day)
                .param("most", MOST)
                .query((row, number) -> new Waiting(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    private void remind(Notice letter, String caseNumber) {
        letter.reminded(clock.instant());
        LetterStep step = letter.kind().letter().orElseThrow();
        tell(letter, caseNumber, NoticeKind.LETTER_REMINDER, step.senderRole());
    }

    /** Where the step is open, its own deadline stands in the list of what stands still; where it is gone, the letter does. */
    private void escalate(Notice letter, String caseNumber) {
        letter.escalated(clock.instant());
        LetterStep step = letter.kind().letter().orElseThrow();
        boolean watched = letter.state() == Notice.State.UNSENT
                && !steps.of(List.of(caseNumber), List.of(step.step())).isEmpty();
        for (String role : targets.toldWhenLate(step.senderRole())) {
            tell(letter, caseNumber, NoticeKind.LETTER_OVERDUE, role);
            if (!watched) {
                alerts.raise(CaseAlert.LETTER_LATE, letter.id().toString(), caseNumber, null, role);
            }
        }
    }

    private void tell(Notice letter, String caseNumber, NoticeKind kind, String role) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("letter", letter.kind().name())
                .put("dueOn", letter.dueOn().toString());
        notices.toRole(caseNumber, kind, role, letter.id() + "/" + role + "/" + clock.millis(), content);
    }
}
