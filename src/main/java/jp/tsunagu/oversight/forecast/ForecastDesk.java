package jp.tsunagu.oversight.forecast;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.oversight.Overseer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the forecast to somebody. Names only of the cases that they may open, which is recorded (要領 第12条). */
@Component
class ForecastDesk {

    private static final String SHOWN = "期限見込み表示";

    private final ForecastRows rows;
    private final CaseReaders readers;
    private final Cases cases;
    private final AccessLog log;
    private final Members members;
    private final WorkingDays workingDays;

    ForecastDesk(
            ForecastRows rows,
            CaseReaders readers,
            Cases cases,
            AccessLog log,
            Members members,
            WorkingDays workingDays) {
        this.rows = rows;
        this.readers = readers;
        this.cases = cases;
        this.log = log;
        this.members = members;
        this.workingDays = workingDays;
    }

    /**
     * One page.
     *
     * @param more whether there are more than are counted
     */
    record View(List<ForecastRow> cases, int total, boolean more, int page) {

        public int pages() {
            return Math.max((total + ForecastRows.SIZE - 1) / ForecastRows.SIZE, 1);
        }
    }

    /** A choice of a filter. */
    record Choice(String value, String label) {}

    /** Everybody of these roles; within a transaction what is known of accounts need not be asked again. */
    @Transactional(readOnly = true)
    public List<Choice> among(List<String> roles) {
        Set<String> users = new TreeSet<>();
        roles.forEach(role -> users.addAll(members.membersOf(role)));
        return users.stream()
                .map(user -> new Choice(user, members.nameOf(user)))
                .toList();
    }

    @Transactional
    public View view(Overseer overseer, ForecastFilter filter) {
        rows.planEachAnew();
        int counted = rows.count(filter);
        int total = Math.min(counted, ForecastRows.MOST);
        int page = Math.min(filter.page(), new View(List.of(), total, false, 1).pages());
        List<ForecastRows.Row> found = rows.page(filter, page);
        Set<String> open = readers.readable(
                overseer.user(), found.stream().map(ForecastRows.Row::number).collect(Collectors.toSet()));
        Map<String, String> names = cases.names(open);
        OffsetDateTime morning =
                workingDays.today().atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime();
        log.recordOnceSince(morning, overseer.user(), names.keySet(), SHOWN);
        Map<String, String> workers = found.stream()
                .map(ForecastRows.Row::worker)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(worker -> worker, members::nameOf));
        return new View(
                found.stream().map(row -> shown(row, names, workers)).toList(),
                total,
                counted > ForecastRows.MOST,
                page);
    }

    private static ForecastRow shown(ForecastRows.Row row, Map<String, String> names, Map<String, String> workers) {
        String role = Accounts.groupNames().getOrDefault(row.role(), "");
        String nobody = role.isEmpty() ? "―" : role + "（担当者なし）";
        return new ForecastRow(
                row.number(),
                names.get(row.number()),
                Likelihood.of(row.probability()),
                (int) Math.round(row.probability() * 100),
                row.step(),
                row.late() == null ? row.step().name() : row.late(),
                row.same() || row.late() == null,
                row.target() == null
                        ? ""
                        : Wareki.formatWithWeekday(row.target()
                                .atZoneSameInstant(WorkingDays.TOKYO)
                                .toLocalDate()),
                row.worker() == null ? nobody : workers.get(row.worker()),
                row.next() == null ? "" : Wareki.formatWithWeekday(row.next()),
                row.learntFrom());
    }
}
