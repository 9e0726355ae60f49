package jp.tsunagu.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.casefile.crypt.BlindIndex;
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
             (cardinality(:parts0) = 0 or NAMED)
              and (cardinality(:birth) = 0 or p.search_birth = any (:birth))
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

    private final JdbcClient database;
    private final BlindIndex index;
    private final String byNumber;
    private final String byBirthDate;
    private final String byName;
    private final String own;

    CaseSearch(JdbcClient database, BlindIndex index) {
        this.database = database;
        this.index = index;
        // one alternative for each key: while keys are changed, people are found by either
        String named = IntStream.range(0, index.sought(List.of()).size())
                .mapToObj(key -> "p.search_parts @> :parts" + key)
                .collect(Collectors.joining(" or ", "(", ")"));
        String fits = FITS.replace("NAMED", named);
        byNumber = office("c.case_number = any (:numbers)", fits);
        byBirthDate = office("p.search_birth = any (:birth)", fits);
        byName = office(named, fits);
        own = "with " + CasePages.MINE + ", found as materialized (select " + COLUMNS + """
                 from mine join support_case c on c.id = mine.id join person p on p.id = c.person_id
                where""" + fits + ") " + FOUND;
    }

    private static String office(String leading, String fits) {
        return "with found as materialized (select " + COLUMNS + """
                 from person p join support_case c on c.person_id = p.id
                where\s""" + leading + " and" + fits + ") " + FOUND;
    }

    /** Over the whole office if the reader may see it, else among their own cases. */
    Found find(LedgerReader reader, SearchWords words, State state, int page) {
        JdbcClient.StatementSpec statement =
                database.sql(reader.wholeOffice() ? leading(words) : own).param("user", reader.user());
        List<Long[]> parts = index.sought(words.parts());
        for (int key = 0; key < parts.size(); key++) {
            statement = statement.param("parts" + key, parts.get(key));
        }
        List<Object[]> rows = statement
                .param("birth", index.sought(words.birthDate()))
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

    private String leading(SearchWords words) {
        if (!words.numbers().isEmpty()) {
            return byNumber;
        }
        return words.birthDate() != null ? byBirthDate : byName;
    }
}
