package jp.tsunagu.ledger;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The lists of the ledger. Each is said twice: over the whole office, as its case numbers in their order, found from the indexes of
 * the dates so that nothing is sorted that is not shown; and as a condition and an order on somebody's own few. Both must be the
 * same list; a test compares them.
 */
enum CaseList {
    OWN("ケース", Sql.OPEN, "status <> 'CLOSED'", Sql.BY_DAY, "担当しているケースはありません。相談を受け付けると、ここに出ます。"),

    TODAY(
            "今日やること",
            Sql.DATED + "select case_number from dated order by " + Sql.BY_DAY,
            "day <= :today",
            Sql.BY_DAY,
            "今日の予定と、今日までの期限はありません。先の予定は「ケース」の一覧で確かめられます。"),

    OVERDUE("期限超過", Sql.LATE, "due < " + Sql.NOW, "due, case_number", "期限を過ぎた手順はありません。"),

    SILENT("最終接触から%d日", Sql.silent(":silent"), "silent_since <= :silent", "しばらく連絡のないケースはありません。"),

    LONG_SILENT("最終接触から%d日", Sql.silent(":longSilent"), "silent_since <= :longSilent", "長く連絡のないケースはありません。"),

    UNCONFIRMED(
            "つなぎ未確認",
            "select case_number from unconfirmed_referral group by case_number order by min(since), case_number",
            "unconfirmed_since is not null",
            "unconfirmed_since, case_number",
            "受領を確認できていないつなぎはありません。");

    private final String label;
    private final String office;
    private final String condition;
    private final String order;
    private final String whenEmpty;

    CaseList(String label, String office, String condition, String whenEmpty) {
        this(label, office, "status <> 'CLOSED' and " + condition, Sql.BY_SILENCE, whenEmpty);
    }

    CaseList(String label, String office, String condition, String order, String whenEmpty) {
        this.label = label;
        this.office = office;
        this.condition = condition;
        this.order = order;
        this.whenEmpty = whenEmpty;
    }

    /** As an address says it; an unknown word is the first list. */
    static CaseList of(String key) {
        return Stream.of(values())
                .filter(list -> list.key().equals(key))
                .findFirst()
                .orElse(OWN);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label(Moment moment) {
        return label.formatted(this == LONG_SILENT ? moment.longSilentDays() : moment.silentDays());
    }

    /**
     * SQL: the numbers of its cases in the whole office, in their order. Of the lists by day those are looked for that have one until
     * {@code :until}, the day before {@code :after}.
     */
    String office() {
        return office;
    }

    /** True if the list is in the order of the day on which something is to be done. */
    boolean isByDay() {
        return this == OWN || this == TODAY;
    }

    /** SQL: whether one of somebody's own cases belongs to it ({@link CasePages}). */
    String condition() {
        return condition;
    }

    /** SQL: what is most urgent comes first: what was promised or falls due soonest, or who has waited longest. */
    String order() {
        return order;
    }

    /** What to do when there is nothing in it. */
    public String whenEmpty() {
        return whenEmpty;
    }

    private static final class Sql {

        /** On one day what falls due at an hour of it stands before what was agreed for the day. */
        static final String BY_DAY =
                "day nulls first, case when (at::timestamptz at time zone 'Asia/Tokyo')::date = day then at end, case_number";

        static final String BY_SILENCE = "silent_since, case_number";

        static final String DATED = """
                with late as (
                  select case_number, min(at) as at from (
                    select case_number, due as at from open_deadline where due < cast(:after as timestamptz)::timestamp
                    union all
                    select case_number, follow_up from open_deadline where follow_up < cast(:after as timestamptz)::timestamp) d
                  group by case_number),
                dated as (
                  select coalesce(n.case_number, late.case_number) as case_number, late.at, n.case_number is not null as planned,
                    least(n.next_date, (late.at::timestamptz at time zone 'Asia/Tokyo')::date) as day
                  from (select case_number, next_date from support_case where status <> 'CLOSED' and next_date <= :until) n
                  full join late on late.case_number = n.case_number)
                """;

        static final String OPEN = DATED + """
                select case_number from (
                  select case_number, day, at from dated
                  where planned or 'CLOSED' <> (select c.status from support_case c where c.case_number = dated.case_number)
                  union all
                  select c.case_number, null, null from support_case c where c.status <> 'CLOSED' and c.next_date is null
                    and 0 = (select count(coalesce(o.due, o.follow_up)) from open_deadline o where o.case_number = c.case_number)
                ) flagged order by\s""" + BY_DAY;

        static final String NOW = "cast(:now as timestamptz)::timestamp";

        static final String LATE = "select case_number from open_deadline where due < " + NOW
                + " group by case_number order by min(due), case_number";

        static String silent(String since) {
            return "select case_number from support_case where status <> 'CLOSED' and coalesce(last_contact_on, received_on) <= "
                    + since + " order by coalesce(last_contact_on, received_on), case_number";
        }
    }
}
