package jp.tsunagu.needtoknow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.CaseWhereabouts.OpenTask;
import jp.tsunagu.needtoknow.RestrictionTable.Restriction;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody is lost behind a restriction: 主任 who are named are told of a step that nobody named can do, and of the yearly term of
 * 住基の支援措置; 課長 once a week of a case that nobody named can look after. Running it twice, or on two nodes, says nothing twice.
 */
@Component
class RestrictionWatch {

    /** So many days before the term ends. */
    private static final int DAYS_BEFORE = 30;

    private final RestrictedCases restricted;
    private final RestrictionTable table;
    private final NamedWork work;
    private final NamedPersons persons;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RestrictionWatch(
            RestrictedCases restricted,
            RestrictionTable table,
            NamedWork work,
            NamedPersons persons,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.restricted = restricted;
        this.table = table;
        this.work = work;
        this.persons = persons;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    void tick() {
        restricted.all().forEach(number -> transaction.executeWithoutResult(status -> look(number)));
    }

    private void look(String caseNumber) {
        if (persons.isAlone(caseNumber)) {
            LocalDate week = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            tell(caseNumber, NoticeKind.NAMED_GONE, Roles.WARD_SECTION_CHIEF, caseNumber + "/" + week);
        }
        for (OpenTask task : work.waitingForNobody(caseNumber, restricted.namedIn(caseNumber))) {
            tell(caseNumber, NoticeKind.NAMED_NOBODY, Roles.CHIEF, task.id());
        }
        table.of(caseNumber)
                .map(Restriction::measureUntil)
                .filter(until -> !LocalDate.now(clock).isBefore(until.minusDays(DAYS_BEFORE)))
                .ifPresent(until -> tell(caseNumber, NoticeKind.MEASURE_ENDS, Roles.CHIEF, caseNumber + "/" + until));
    }

    private void tell(String caseNumber, NoticeKind kind, String role, String cause) {
        if (!notices.isWritten(kind, cause)) {
            notices.toRole(caseNumber, kind, role, cause, JsonNodeFactory.instance.objectNode());
        }
    }
}
