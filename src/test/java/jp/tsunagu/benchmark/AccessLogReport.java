package jp.tsunagu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import jp.tsunagu.benchmark.AccessLogCost.Cost;
import jp.tsunagu.benchmark.AccessLogTimes.Asked;
import jp.tsunagu.benchmark.AccessLogTimes.Verified;
import jp.tsunagu.benchmark.YearInTurns.Pair;

/** The figures of the part {@code accessLog}. */
final class AccessLogReport {

    private final Report report;

    AccessLogReport(Report report) {
        this.report = report;
    }

    void cost(List<Pair<Cost>> pairs) {
        report.add(
                "| round | log statements an act | ms of database an act, with | without | writing and sealing % | with / without |");
        report.add("|---|---|---|---|---|---|");
        for (int i = 0; i < pairs.size(); i++) {
            report.add(row(String.valueOf(i + 1), List.of(pairs.get(i))));
        }
        report.add(row("median", pairs));
        report.add("");
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(pair.with().writingPerAct()).isLessThanOrEqualTo(1.0));
    }

    private static String row(String name, List<Pair<Cost>> pairs) {
        return "| %s | %.2f | %.2f | %.2f | %.1f | %.2f |"
                .formatted(
                        name,
                        median(pairs, pair -> pair.with().writingPerAct()),
                        median(pairs, pair -> pair.with().perAct()),
                        median(pairs, pair -> pair.without().perAct()),
                        median(pairs, pair -> pair.with().share()),
                        median(
                                pairs,
                                pair -> pair.with().perAct() / pair.without().perAct()));
    }

    private static double median(List<Pair<Cost>> pairs, ToDoubleFunction<Pair<Cost>> of) {
        return TaskList.median(pairs.stream().mapToDouble(of).boxed().toList());
    }

    void verified(List<Verified> all) {
        all.forEach(one -> report.add("%,d rows, %,d seals verified in %.1f s: %s"
                .formatted(
                        one.found().records(),
                        one.found().blocks(),
                        one.seconds(),
                        one.found().lines().get(0))));
        report.add("");
        assertThat(all).allSatisfy(one -> assertThat(one.found().isWhole()).isTrue());
    }

    void pages(List<Asked> pages) {
        report.add("| page of the log | ms (best) | ms (median) | ms (worst of 25) |");
        report.add("|---|---|---|---|");
        pages.forEach(one ->
                report.add("| %s | %.1f | %.1f | %.1f |".formatted(one.what(), one.best(), one.median(), one.worst())));
        report.add("");
    }
}
