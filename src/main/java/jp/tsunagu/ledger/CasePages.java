package jp.tsunagu.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.QueryPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases stand on a page of a list, and how many on each list. */
@Component
class CasePages {

    static final int SIZE = 20;

    /** The cases somebody may open without being 主任 (CaseAccess): their own in any role, and those of a step in hand. */
    static final String MINE = """
            mine as materialized (
              select case_id as id from case_worker where user_id = :user and until is null
              union
              select c.id from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
              join support_case c on c.case_number = e.business_key_
              where t.assignee_ = :user)""";

    /** What decides over the place of a case in the lists, for somebody's own few. */
    private static final String OWN_FLAGS = "with " + MINE + """

            , flagged as (
              select c.case_number, c.status, coalesce(c.last_contact_on, c.received_on) as silent_since, d.due, d.at,
                least(case when c.status <> 'CLOSED' then c.next_date end,
                  (d.at::timestamptz at time zone 'Asia/Tokyo')::date) as day,
                (select min(u.since) from unconfirmed_referral u where u.case_number = c.case_number) as unconfirmed_since
              from mine join support_case c on c.id = mine.id and c.case_number not in (select hidden_from(:user))
              left join lateral (
                select min(o.due) as due, least(min(o.due), min(o.follow_up)) as at
                from open_deadline o where o.case_number = c.case_number) d on true)
            """;

    private static final String OWN_PAGE = OWN_FLAGS + """
            select case_number from flagged where %s order by %s limit :size offset :from""";

    /** The order is that of the list inside. */
    private static final String OFFICE_PAGE = "select case_number from (%s) listed"
            + " where case_number not in (select hidden_from(:user)) limit :size offset :from";

    private static final String OWN_COUNTS = OWN_FLAGS + "select "
            + Arrays.stream(CaseList.values())
                    .map(list -> "count(*) filter (where " + list.condition() + ") as " + list.name())
                    .collect(Collectors.joining(", "))
            + " from flagged";

    /** Each index is read once, for all the lists that go by it. */
    private static final String OFFICE_COUNTS = """
            with late as materialized (
              select case_number, min(due) as due from open_deadline
              where due < cast(:tomorrow as timestamptz)::timestamp
                and case_number not in (select hidden_from(:user)) group by case_number)
            select (select count(*) from support_case
                where status <> 'CLOSED' and case_number not in (select hidden_from(:user))) as own,
              (select count(*) from (
                select case_number from support_case where status <> 'CLOSED' and next_date <= :today
                union select case_number from late
                union select case_number from open_deadline
                  where follow_up < cast(:tomorrow as timestamptz)::timestamp) chosen
                where case_number not in (select hidden_from(:user))) as today,
              (select count(*) from late where due < cast(:now as timestamptz)::timestamp) as overdue,
              silent, long_silent,
              (select count(distinct case_number) from unconfirmed_referral
                where case_number not in (select hidden_from(:user))) as unconfirmed
            from (
              select count(*) filter (where since <= :silent) as silent, count(*) filter (where since <= :longSilent) as long_silent
              from (
                select coalesce(last_contact_on, received_on) as since from support_case
                where status <> 'CLOSED' and case_number not in (select hidden_from(:user))
                  and coalesce(last_contact_on, received_on) <= greatest(:silent, :longSilent)) chosen) silence""";

    /** The day until which as many open cases as this have their next date. */
    private static final String UNTIL = """
            select next_date from support_case where status <> 'CLOSED' and next_date is not null
            order by next_date, case_number limit 1 offset ?""";

    /** Later than any date of a case, for the last pages. */
    private static final LocalDate EVER = LocalDate.of(2999, 12, 31);

    private final JdbcClient database;
    private final RestrictedCases restricted;

    CasePages(JdbcClient database, RestrictedCases restricted) {
        this.database = database;
        this.restricted = restricted;
    }

    void planEachAnew() {
        QueryPlans.forWhatIsAsked(database);
    }

    /** How many cases stand on each list of the whole office. */
    Map<CaseList, Integer> officeCounts(String user, Moment moment) {
        return counts(database.sql(OFFICE_COUNTS).params(moment.parameters()).param("user", user));
    }

    /** How many of this person's cases stand on each list. */
    Map<CaseList, Integer> ownCounts(String user, Moment moment) {
        return counts(database.sql(OWN_COUNTS).params(moment.parameters()).param("user", user));
    }

    /**
     * The case numbers of one page, counted from 1, over the whole office. Who stands on it has something to do by the day until
     * which enough others have: nothing that is due later is looked at.
     */
    List<String> office(String user, CaseList list, Moment moment, int page) {
        JdbcClient.StatementSpec statement =
                database.sql(OFFICE_PAGE.formatted(list.office())).param("user", user);
        if (!list.isByDay()) {
            return page(statement, moment, page);
        }
        LocalDate enough = database.sql(UNTIL)
                .param(page * SIZE - 1 + restricted.hiddenFrom(user).size())
                .query(LocalDate.class)
                .optional()
                .orElse(EVER);
        LocalDate until = list == CaseList.TODAY && enough.isAfter(moment.today()) ? moment.today() : enough;
        OffsetDateTime after = until.plusDays(1).atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime();
        return page(statement.param("until", until).param("after", after), moment, page);
    }

    /** The same among this person's cases. */
    List<String> own(String user, CaseList list, Moment moment, int page) {
        String statement = OWN_PAGE.formatted(list.condition(), list.order());
        return page(database.sql(statement).param("user", user), moment, page);
    }

    private static List<String> page(JdbcClient.StatementSpec statement, Moment moment, int page) {
        return statement
                .params(moment.parameters())
                .param("size", SIZE)
                .param("from", (page - 1) * SIZE)
                .query(String.class)
                .list();
    }

    private static Map<CaseList, Integer> counts(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> {
                    Map<CaseList, Integer> counts = new EnumMap<>(CaseList.class);
                    for (CaseList list : CaseList.values()) {
                        counts.put(list, row.getInt(list.name()));
                    }
                    return counts;
                })
                .single();
    }
}
