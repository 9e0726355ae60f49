package jp.tsunagu.ledger;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The lists of the ledger. Each is said twice: as the numbers of its cases in the whole office, found by indexes, and as a
 * condition on one case of somebody's own few. Both must be the same list; a test compares them.
 */
enum CaseList {
    OWN(
            "ケース",
            "select case_number from support_case where status <> 'CLOSED'",
            "status <> 'CLOSED'",
            "担当しているケースはありません。相談を受け付けると、ここに出ます。"),

    TODAY(
            "今日やること",
            """
            select case_number from support_case where status <> 'CLOSED' and next_date <= :today
            union select case_number from open_deadline where due < cast(:tomorrow as timestamptz)::timestamp
            union select case_number from open_deadline where follow_up < cast(:tomorrow as timestamptz)::timestamp""",
            "(status <> 'CLOSED' and next_date <= :today) or due < cast(:tomorrow as timestamptz)::timestamp "
                    + "or follow_up < cast(:tomorrow as timestamptz)::timestamp",
            "今日の予定と、今日までの期限はありません。先の予定は「ケース」の一覧で確かめられます。"),

    OVERDUE(
            "期限超過",
            "select distinct case_number from open_deadline where due < cast(:now as timestamptz)::timestamp",
            "due < cast(:now as timestamptz)::timestamp",
            "期限を過ぎた手順はありません。"),

    SILENT(
            "最終接触から%d日",
            "select case_number from support_case where status <> 'CLOSED' and coalesce(last_contact_on, received_on) <= :silent",
            "status <> 'CLOSED' and silent_since <= :silent",
            "しばらく連絡のないケースはありません。"),

    LONG_SILENT(
            "最終接触から%d日",
            "select case_number from support_case where status <> 'CLOSED' and coalesce(last_contact_on, received_on) <= :longSilent",
            "status <> 'CLOSED' and silent_since <= :longSilent",
            "長く連絡のないケースはありません。"),

    UNCONFIRMED(
            "つなぎ未確認", "select distinct case_number from unconfirmed_referral", "unconfirmed", "受領を確認できていないつなぎはありません。");

    private final String label;
    private final String numbers;
    private final String condition;
    private final String whenEmpty;

    CaseList(String label, String numbers, String condition, String whenEmpty) {
        this.label = label;
        this.numbers = numbers;
        this.condition = condition;
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

    /** SQL: the numbers of its cases, each once. */
    String numbers() {
        return numbers;
    }

    /** SQL: whether a row of {@link CasePages#FLAGS} belongs to it. */
    String condition() {
        return condition;
    }

    /** What is most urgent comes first: what was promised or falls due soonest, or who has waited longest. */
    String order() {
        return this == SILENT || this == LONG_SILENT
                ? "silent_since, case_number"
                : "urgent_on nulls first, due, case_number";
    }

    /** What to do when there is nothing in it. */
    public String whenEmpty() {
        return whenEmpty;
    }
}
