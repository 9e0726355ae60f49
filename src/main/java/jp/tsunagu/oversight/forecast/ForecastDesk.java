package jp.tsunagu.oversight.forecast;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.Members;
import jp.tsunagu.oversight.ListedNames;
import jp.tsunagu.oversight.Overseer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the forecast to somebody. Names only of the cases that they may open, which is recorded (要領 第12条). */
@Component
class ForecastDesk {

    private static final String SHOWN = "期限見込み表示";

    private final ForecastRows rows;
    private final ListedNames listed;
    private final Members members;

    ForecastDesk(ForecastRows rows, ListedNames listed, Members members) {
        this.rows = rows;
        this.listed = listed;
        this.members = members;
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

    @Transactional
    public View view(Overseer overseer, ForecastFilter filter) {
        rows.planEachAnew();
        int counted = rows.count(overseer.user(), filter);
        int total = Math.min(counted, ForecastRows.MOST);
        int page = Math.min(filter.page(), new View(List.of(), total, false, 1).pages());
        List<ForecastRows.Row> found = rows.page(overseer.user(), filter, page);
        Map<String, String> names = listed.shownTo(
                overseer.user(), found.stream().map(ForecastRows.Row::number).collect(Collectors.toSet()), SHOWN);
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
