package jp.tsunagu.ledger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** What decides over the place of a case in the lists. */
    static final String FLAGS = """
            select c.case_number, c.status, c.next_date, coalesce(c.last_contact_on, c.received_on) as silent_since, d.due,
            least(case when c.status <> 'CLOSED' then c.next_date end,
                  (d.due::timestamptz at time zone 'Asia/Tokyo')::date) as urgent_on""";

    private static final String OWN_FLAGS = "with " + MINE + """

            , flagged as (
            """ + FLAGS + """
            , d.follow_up,
                exists (select 1 from unconfirmed_referral u where u.case_number = c.case_number) as unconfirmed
              from mine join support_case c on c.id = mine.id
              left join lateral (
                select min(o.due) as due, min(o.follow_up) as follow_up
                from open_deadline o where o.case_number = c.case_number) d on true)
            """;

    private static final String OWN_PAGE = OWN_FLAGS + """
            select case_number from flagged where %s order by %s limit :size offset :from""";

    private static final String OFFICE_PAGE = """
            with flagged as (
            """ + FLAGS + """

              from (%s) chosen
              join support_case c on c.case_number = chosen.case_number
              left join (select case_number, min(due) as due from open_deadline group by case_number) d
                on d.case_number = c.case_number)
            select case_number from flagged order by %s limit :size offset :from""";

    private static final String OWN_COUNTS =
            OWN_FLAGS + "select " + each(list -> "count(*) filter (where " + list.condition() + ")") + " from flagged";

    private static final String OFFICE_COUNTS =
            "select " + each(list -> "(select count(*) from (" + list.numbers() + ") chosen)");

    private final JdbcClient database;

    CasePages(JdbcClient database) {
        this.database = database;
    }

    private interface Column {
        String of(CaseList list);
    }

    private static String each(Column column) {
        return Arrays.stream(CaseList.values()).map(column::of).collect(Collectors.joining(", "));
    }

    /**
     * Connections keep the plan of a statement whatever it is asked for (application.yaml), which is right for the steps of a
     * case. How many cases are late or have a name depends on the day and the name: what follows in this transaction is
     * planned for what it is asked, and by one process: several would each read the same again.
     */
    void planEachAnew() {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        database.sql("set local max_parallel_workers_per_gather = 0").update();
    }

    /** How many cases stand on each list of the whole office. */
    Map<CaseList, Integer> officeCounts(Moment moment) {
        return counts(database.sql(OFFICE_COUNTS).params(moment.parameters()));
    }

    /** How many of this person's cases stand on each list. */
    Map<CaseList, Integer> ownCounts(String user, Moment moment) {
        return counts(database.sql(OWN_COUNTS).params(moment.parameters()).param("user", user));
    }

    /** The case numbers of one page, counted from 1, over the whole office. */
    List<String> office(CaseList list, Moment moment, int page) {
        return page(database.sql(OFFICE_PAGE.formatted(list.numbers(), list.order())), moment, page);
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
                        counts.put(list, row.getInt(list.ordinal() + 1));
                    }
                    return counts;
                })
                .single();
    }
}
