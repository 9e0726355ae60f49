package jp.tsunagu.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jp.tsunagu.benchmark.OversightTimes.Asked;
import jp.tsunagu.benchmark.Upkeep.Cost;
import jp.tsunagu.benchmark.YearInTurns.Pair;

/** The figures of the part {@code oversight}. */
final class OversightReport {

    private final Report report;

    OversightReport(Report report) {
        this.report = report;
    }

    void history(MadeHistory history, double rebuilding) {
        report.add("%,d open tasks, %,d finished activities; counted in %.1f s; load average %.1f"
                .formatted(
                        history.open(),
                        history.finished(),
                        rebuilding,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        report.add("");
    }

    void asked(List<Asked> heat, List<Asked> engine, List<Asked> pages) {
        report.add(
                "| asked | about | ms (best) | ms (median) | ms (worst of 25) | as fast as the engine's two together |");
        report.add("|---|---|---|---|---|---|");
        double both = engine.get(0).median() + engine.get(1).median();
        heat.forEach(one -> report.add(row(one, "%.0f ×".formatted(both / one.median()))));
        engine.forEach(one -> report.add(row(one, "")));
        pages.forEach(one -> report.add(row(one, "")));
        report.add("");
    }

    private static String row(Asked one, String ratio) {
        return "| %s | %s | %.1f | %.1f | %.1f | %s |"
                .formatted(one.what(), one.about(), one.best(), one.median(), one.worst(), ratio);
    }

    void upkeep(List<Pair<Cost>> pairs) {
        report.add(
                "| round | statements a form without upkeep | noted by triggers | counting anew | ms of database a form, with | without | noting % | counting % |");
        report.add("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < pairs.size(); i++) {
            Cost with = pairs.get(i).with();
            report.add("| %d | %.1f | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f |"
                    .formatted(
                            i + 1,
                            (double) with.statements() / with.forms(),
                            (double) with.noted() / with.forms(),
                            (double) with.folding() / with.forms(),
                            with.perForm(),
                            pairs.get(i).without().perForm(),
                            100 * with.noting() / with.all(),
                            100 * with.counting() / with.all()));
        }
        report.add("| median | | %.2f together | | %.2f | %.2f | %.1f together | |"
                .formatted(
                        median(pairs, pair -> pair.with().upkeepPerForm()),
                        median(pairs, pair -> pair.with().perForm()),
                        median(pairs, pair -> pair.without().perForm()),
                        median(pairs, pair -> 100 * pair.with().share())));
        report.add("");
    }

    private static double median(List<Pair<Cost>> pairs, ToDoubleFunction<Pair<Cost>> of) {
        return TaskList.median(pairs.stream().mapToDouble(of).boxed().toList());
    }
}
