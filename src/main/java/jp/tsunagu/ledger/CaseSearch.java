package jp.tsunagu.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases by what is known of the person. Three statements over the whole office, each led by the index of what tells
 * most (number, then date of birth, then name), and one over somebody's own few; whatever else was typed only narrows.
 */
@Component
class CaseSearch {

    /** Which of the cases found: all, those that run, those that are over. */
    enum State {
        ALL("すべて"),
        OPEN("進行中だけ"),
        CLOSED("終結だけ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static State of(String key) {
            for (State state : values()) {
                if (state.name().equals(key)) {
                    return state;
                }
            }
            return ALL;
        }
    }

    /**
     * What was found.
     *
     * @param total how many cases fit, over all pages
     * @param numbers those of the page
     */
    record Found(int total, List<String> numbers) {}

    /** So many cases at most are put into the order of what is due; whoever finds more is asked for another word. */
    static final int NARROW = 1_000;

    private static final String FITS = """
             (p.search_text like all (:patterns))
              and (cast(:birthDate as date) is null or p.birth_date = cast(:birthDate as date))
              and (cardinality(cast(:numbers as text[])) = 0 or c.case_number = any (:numbers))
              and c.case_number not in (select hidden_from(:user))
              and (:state = 'ALL' or (c.status = 'CLOSED') = (:state = 'CLOSED'))""";

    /**
     * What runs comes first, what is due soonest before the rest; of what is over the latest. Nobody reads through more than
     * {@link #NARROW} of them by due date: then the agreed day alone decides, and no task is looked at.
     */
    private static final String FOUND = """
            , total as materialized (select count(*) as total from found)
            select case_number, (select total from total) from (
              select found.*, null::timestamp as due from found where (select total from total) > :narrow
              union all
              select found.*, d.due from found left join lateral (
                select min(o.due) as due from open_deadline o
                where found.status <> 'CLOSED' and o.case_number = found.case_number) d on true
              where (select total from total) <= :narrow) c
            order by status = 'CLOSED', closed_on desc,
              least(next_date, (due::timestamptz at time zone 'Asia/Tokyo')::date) nulls first, case_number
            limit :size offset :from""";

    private static final String COLUMNS = "c.case_number, c.status, c.next_date, c.closed_on";

    private static final String BY_NUMBER = office("c.case_number = any (:numbers)");
    private static final String BY_BIRTH_DATE = office("p.birth_date = cast(:birthDate as date)");
    private static final String BY_NAME = office("name_parts(p.search_text) @> cast(:pairs as text[])");

    private static final String OWN =
            "with " + CasePages.MINE + ", found as materialized (select " + COLUMNS + """
             from mine join support_case c on c.id = mine.id join person p on p.id = c.person_id
            where""" + FITS + ") " + FOUND;

    private final JdbcClient database;

    CaseSearch(JdbcClient database) {
        this.database = database;
    }

    private static String office(String leading) {
        return "with found as materialized (select " + COLUMNS + """
                 from person p join support_case c on c.person_id = p.id
                where\s""" + leading + " and" + FITS + ") " + FOUND;
    }

    /** Over the whole office if the reader may see it, else among their own cases. */
    Found find(LedgerReader reader, SearchWords words, State state, int page) {
        JdbcClient.StatementSpec statement = reader.wholeOffice() ? database.sql(leading(words)) : database.sql(OWN);
        List<Object[]> rows = statement
                .param("user", reader.user())
                .param("patterns", words.patterns())
                .param("pairs", words.pairs())
                .param("birthDate", words.birthDate())
                .param("numbers", words.numbers().toArray(String[]::new))
                .param("state", state.name())
                .param("narrow", NARROW)
                .param("size", CasePages.SIZE)
                .param("from", (page - 1) * CasePages.SIZE)
                .query((row, number) -> new Object[] {row.getString(1), row.getInt(2)})
                .list();
        return new Found(
                rows.isEmpty() ? 0 : (int) rows.get(0)[1],
                rows.stream().map(row -> (String) row[0]).toList());
    }

    private static String leading(SearchWords words) {
        if (!words.numbers().isEmpty()) {
            return BY_NUMBER;
        }
        return words.birthDate() != null ? BY_BIRTH_DATE : BY_NAME;
    }
}
