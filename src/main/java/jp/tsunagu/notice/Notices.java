package jp.tsunagu.notice;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import org.springframework.stereotype.Component;

/** The outbox. Writing joins the step's transaction; the unique cause refuses a second notice of the same act. */
@Component
public class Notices {

    private static final Set<NoticeKind> LETTERS = Set.of(NoticeKind.SUPPORT_DECISION, NoticeKind.DECIDED_PLAN);

    private final NoticeTable table;
    private final Cases cases;
    private final EntityManager database;
    private final Clock clock;

    Notices(NoticeTable table, Cases cases, EntityManager database, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.database = database;
        this.clock = clock;
    }

    /** To a group of staff, who find it as a task. */
    public void toRole(String caseNumber, NoticeKind kind, String role, String cause, JsonNode content) {
        write(caseNumber, kind, new Receiver(role, null), cause, content);
    }

    /** To the person of the case. */
    public void toPerson(String caseNumber, NoticeKind kind, String cause, JsonNode content) {
        write(caseNumber, kind, Receiver.PERSON, cause, content);
    }

    /** To a body outside, by the name the plan gives it. */
    public void toBody(String caseNumber, NoticeKind kind, String body, String cause, JsonNode content) {
        write(caseNumber, kind, new Receiver(null, body), cause, content);
    }

    private void write(String caseNumber, NoticeKind kind, Receiver to, String cause, JsonNode content) {
        database.persist(Notice.of(cases.find(caseNumber).id(), kind, to, cause, content, clock.instant()));
        database.flush();
    }

    /** Notes that all notices of this cause have gone out. */
    public void sent(NoticeKind kind, String cause, LocalDate on, String by) {
        table.ofCause(kind, cause).forEach(notice -> notice.sent(on, by));
        database.flush();
    }

    /** True if a letter that follows a decision has been written for this case and has not gone out yet. */
    public boolean hasUnsentLetters(String caseNumber) {
        return table.count(cases.find(caseNumber).id(), LETTERS, Notice.State.UNSENT) > 0;
    }
}
