package jp.tsunagu.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.engine.Members;
import jp.tsunagu.ledger.CaseSearch.Found;
import jp.tsunagu.ledger.CaseSearch.State;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks into the ledger for somebody. What they may not see is never read; what they saw is recorded (要領 第12条). */
@Component
class Ledger {

    private static final String LISTED = "台帳表示";
    private static final String SEARCHED = "台帳検索";

    private final CasePages pages;
    private final CaseSearch search;
    private final CaseRows rows;
    private final AccessLog log;
    private final Members members;
    private final Settings settings;
    private final Clock clock;

    Ledger(
            CasePages pages,
            CaseSearch search,
            CaseRows rows,
            AccessLog log,
            Members members,
            Settings settings,
            Clock clock) {
        this.pages = pages;
        this.search = search;
        this.rows = rows;
        this.log = log;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One page of cases.
     *
     * @param counts of every list
     * @param total over all pages
     * @param page from 1
     */
    record View(
            Moment moment,
            LedgerReader reader,
            Map<CaseList, Integer> counts,
            List<CaseRow> cases,
            int total,
            int page) {

        public int pages() {
            return Math.max((total + CasePages.SIZE - 1) / CasePages.SIZE, 1);
        }
    }

    LocalDate today() {
        return Moment.of(clock, settings).today();
    }

    /** Refuses whoever has no right to any case. */
    private LedgerReader reader(String user) {
        Set<String> groups = members.groupsOf(user);
        return LedgerReader.of(user, groups);
    }

    /**
     * A list.
     *
     * @param office whether of the whole office; only 主任 may
     */
    @Transactional
    public View list(String user, CaseList list, boolean office, int page) {
        LedgerReader reader = reader(user);
        boolean all = office && reader.wholeOffice();
        Moment moment = Moment.of(clock, settings);
        pages.planEachAnew();
        Map<CaseList, Integer> counts = counts(user, all, moment);
        int shown = within(page, counts.get(list));
        List<String> numbers = all ? pages.office(user, list, moment, shown) : pages.own(user, list, moment, shown);
        return view(reader, moment, counts, new Found(counts.get(list), numbers), shown);
    }

    @Transactional
    public View search(String user, SearchWords words, State state, int page) {
        LedgerReader reader = reader(user);
        Moment moment = Moment.of(clock, settings);
        pages.planEachAnew();
        Found found = search.find(reader, words, state, Math.max(page, 1));
        log.recordSearch(user, SEARCHED, words.kinds(), found.total());
        return view(reader, moment, counts(user, false, moment), found, Math.max(page, 1));
    }

    /** Nothing but the counts: what stands around a search that could not be understood. */
    @Transactional
    public View nothing(String user) {
        LedgerReader reader = reader(user);
        Moment moment = Moment.of(clock, settings);
        return new View(moment, reader, counts(user, false, moment), List.of(), 0, 1);
    }

    private View view(LedgerReader reader, Moment moment, Map<CaseList, Integer> counts, Found found, int page) {
        List<CaseRow> cases = rows.of(found.numbers(), moment);
        log.recordOnceSince(moment.beginningOfDay(), reader.user(), found.numbers(), LISTED);
        return new View(moment, reader, counts, cases, found.total(), page);
    }

    private Map<CaseList, Integer> counts(String user, boolean all, Moment moment) {
        return all ? pages.officeCounts(user, moment) : pages.ownCounts(user, moment);
    }

    private static int within(int page, int total) {
        int last = Math.max((total + CasePages.SIZE - 1) / CasePages.SIZE, 1);
        return Math.min(Math.max(page, 1), last);
    }
}
