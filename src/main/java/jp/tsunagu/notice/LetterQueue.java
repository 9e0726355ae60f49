package jp.tsunagu.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters and notices that concern somebody, by lists. Read by indexes that hold only what is open. */
@Component
class LetterQueue {

    /** More than this is nobody's morning. */
    static final int MOST = 200;

    private static final String LETTERS = """
            select n.id, c.case_number, n.kind, n.receiver, n.state, n.created_at, n.due_on, n.taken_by, n.sent_on, n.sent_by,
              n.manner, split_part(n.cause, '/', 1)
            from notice n join support_case c on c.id = n.case_id
            where n.receiver is not null and c.case_number not in (select hidden_from(:user)) and (
              n.kind = 'SUPPORT_DECISION' and :ward
              or n.kind = 'DECIDED_PLAN' and (:chief or :centre and exists (
                select 1 from case_worker w where w.case_id = n.case_id and w.user_id = :user and w.until is null)))
            """;

    private final JdbcClient database;
    private final Members members;

    LetterQueue(JdbcClient database, Members members) {
        this.database = database;
        this.members = members;
    }

    /** One line as the database has it. */
    record Line(
            UUID id,
            String caseNumber,
            NoticeKind kind,
            String receiver,
            Notice.State state,
            Instant writtenAt,
            LocalDate dueOn,
            String takenBy,
            LocalDate sentOn,
            String sentBy,
            String manner,
            String about) {

        boolean isToPerson() {
            return Receiver.PERSON.name().equals(receiver);
        }

        LocalDate since() {
            return writtenAt.atZone(WorkingDays.TOKYO).toLocalDate();
        }
    }

    /** What has to go out, the most urgent first. */
    List<Line> unsent(String user) {
        return letters(user, "and n.state = 'UNSENT' order by n.due_on nulls last, n.created_at limit :most");
    }

    /** What came back. */
    List<Line> returned(String user) {
        return letters(user, "and n.state = 'RETURNED' order by n.due_on nulls last, n.created_at limit :most");
    }

    /** What went out, the latest first; of one case if its number is given. */
    List<Line> sent(String user, Optional<String> caseNumber) {
        return letters(
                user,
                "and n.state = 'SENT' "
                        + caseNumber
                                .map(number -> "and c.case_number = :number ")
                                .orElse("")
                        + "order by n.sent_on desc, n.created_at desc limit "
                        + (caseNumber.isPresent() ? ":most" : "50"),
                caseNumber.orElse(""));
    }

    private List<Line> letters(String user, String which) {
        return letters(user, which, "");
    }

    private List<Line> letters(String user, String which, String caseNumber) {
        Set<String> groups = members.groupsOf(user);
        return database.sql(LETTERS + which)
                .param("ward", groups.stream().anyMatch(Roles.WARD::contains))
                .param("chief", groups.contains(Roles.CHIEF))
                .param("centre", groups.contains(Roles.CONSULTATION_SUPPORTER))
                .param("user", user)
                .param("number", caseNumber)
                .param("most", MOST)
                .query((row, number) -> line(row))
                .list();
    }

    /**
     * What was written to this person's roles and not read yet; of the case work only what is their own. A reminder is over with the task it is
     * about, whose id its cause begins with.
     */
    List<Line> news(String user) {
        return database.sql("""
                        select n.id, c.case_number, n.kind, n.receiver_role, n.state, n.created_at, n.due_on, n.taken_by,
                          n.sent_on, n.sent_by, n.manner, split_part(n.cause, '/', 1)
                        from notice n join support_case c on c.id = n.case_id
                        where n.receiver is null and n.state <> 'SENT' and n.receiver_role in (:groups)
                          and (n.receiver_role = :welfare or n.kind = 'NAMED_GONE' or c.case_number not in (select hidden_from(:user)))
                          and case when n.kind = 'TASK_REMINDER'
                            then coalesce(n.receiver_account, :user) = :user
                              and exists (select 1 from act_ru_task t where t.id_ = split_part(n.cause, '/', 1))
                            else n.receiver_role <> :worker or exists (
                              select 1 from case_worker w
                              where w.case_id = n.case_id and w.user_id = :user and w.until is null) end
                        order by n.created_at desc limit :most
                        """)
                .param("groups", members.groupsOf(user))
                .param("worker", Roles.CONSULTATION_SUPPORTER)
                .param("welfare", Roles.WELFARE_OFFICE)
                .param("user", user)
                .param("most", MOST)
                .query((row, number) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getString(2),
                NoticeKind.valueOf(row.getString(3)),
                row.getString(4),
                Notice.State.valueOf(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }
}
