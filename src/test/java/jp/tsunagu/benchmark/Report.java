package jp.tsunagu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.benchmark.Completions.Measured;
import jp.tsunagu.benchmark.LedgerTimes.Page;
import jp.tsunagu.benchmark.PaperSpeed.Printed;
import jp.tsunagu.benchmark.TaskList.Compared;
import jp.tsunagu.benchmark.Timers.Fired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures as tables of {@code docs/benchmarks.md}, printed and written to {@code target/benchmark/results.md}. */
final class Report {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");

    /** New consultations of the whole country, FY2024. */
    private static final int YEAR = 302_828;

    private static final double SECONDS_PER_HOUR = 3600;

    private final List<String> lines = new ArrayList<>();

    void machine(Scale scale) {
        add("Machine: %d processors, %s %s, Java %s; %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        scale));
        add("");
    }

    void completionsBegin() {
        add(
                "| cases in the database | | forms/s (median) | slowest–fastest round | ms in the call | ms of processor | Tsunagu's ratio to it (median) | lowest–highest |");
        add("|---|---|---|---|---|---|---|---|");
    }

    /** Told as soon as it is measured: filling the database to the next size may take longer than somebody waits. */
    void completions(Measured measured) {
        measured.rounds().forEach((desk, rounds) -> add(row(measured, desk, rounds)));
    }

    void completionsEnd(List<Measured> all) {
        add("");
        add("| cases in the database | with each form opened first, forms/s | cases/s | hours for %,d consultations |"
                .formatted(YEAR));
        add("|---|---|---|---|");
        all.forEach(measured -> add(headline(measured)));
        add("");
    }

    private static String row(Measured measured, String desk, List<Round> rounds) {
        List<Double> speeds = rounds.stream().map(Round::formsPerSecond).toList();
        List<Round> ours = measured.rounds().get("Tsunagu");
        List<Double> ratios = IntStream.range(0, rounds.size())
                .mapToObj(i -> ours.get(i).over(rounds.get(i)))
                .toList();
        double call = TaskList.median(rounds.stream()
                .map(round -> round.sending() * 1000 / round.forms())
                .toList());
        double processor = TaskList.median(rounds.stream()
                .map(round -> round.processor() * 1000 / round.forms())
                .toList());
        return "| %,d | %s | %.0f | %s | %.1f | %.1f | %s |"
                .formatted(
                        measured.cases(),
                        desk,
                        TaskList.median(speeds),
                        spread(speeds, "%.0f"),
                        call,
                        processor,
                        desk.equals("Tsunagu")
                                ? " | "
                                : "%.2f | %s".formatted(TaskList.median(ratios), spread(ratios, "%.2f")));
    }

    private static String headline(Measured measured) {
        double forms = TaskList.median(
                measured.opened().stream().map(Round::formsPerSecond).toList());
        double cases = TaskList.median(
                measured.opened().stream().map(Round::casesPerSecond).toList());
        return "| %,d | %.0f | %.1f | %.1f |"
                .formatted(measured.cases(), forms, cases, YEAR / cases / SECONDS_PER_HOUR);
    }

    /** Where the time goes on our side, per form, over all rounds of the last size; forms that were opened first included. */
    void statements(Measured last) {
        long forms = Stream.concat(last.rounds().get("Tsunagu").stream(), last.opened().stream())
                .mapToLong(Round::forms)
                .sum();
        StatementCount.ALL.table(forms).lines().forEach(this::add);
        add("");
    }

    void timers(List<Fired[]> rounds) {
        add("| round | timers | engine's own settings, timers/s | lost | ours, timers/s | lost | ratio |");
        add("|---|---|---|---|---|---|---|");
        for (int i = 0; i < rounds.size(); i++) {
            Fired stock = rounds.get(i)[0];
            Fired ours = rounds.get(i)[1];
            add("| %d | %,d | %.0f | %d | %.0f | %d | %.2f |"
                    .formatted(
                            i + 1,
                            ours.timers(),
                            stock.perSecond(),
                            stock.lost(),
                            ours.perSecond(),
                            ours.lost(),
                            ours.perSecond() / stock.perSecond()));
        }
        add("");
    }

    void taskList(List<Compared> all) {
        add("| list | found | ms with authorization | ms without | ratio |");
        add("|---|---|---|---|---|");
        all.forEach(compared -> add("| %s | %,d | %.1f | %.1f | %.2f |"
                .formatted(compared.what(), compared.rows(), compared.ours(), compared.plain(), compared.ratio())));
        add("");
    }

    void papers(List<Printed> all) {
        add("| paper | pages | ms (median) | ms of processor | slowest | kB |");
        add("|---|---|---|---|---|---|");
        all.forEach(one -> add("| %s | %d | %.0f | %.0f | %.0f | %.0f |"
                .formatted(
                        one.title(),
                        one.pages(),
                        one.milliseconds(),
                        one.processor(),
                        one.slowest(),
                        one.bytes() / 1000.0)));
        List<Double> medians = all.stream().map(Printed::milliseconds).toList();
        List<Double> processor = all.stream().map(Printed::processor).toList();
        add("| median of all | | %.0f | %.0f | | |".formatted(TaskList.median(medians), TaskList.median(processor)));
        add("");
    }

    void ledger(int cases, double folding, double sealing, List<Page> pages) {
        add("| %,d cases: page of the ledger | found | ms (median) | ms (worst of 25) |".formatted(cases));
        add("|---|---|---|---|");
        pages.forEach(page ->
                add("| %s | %s | %.0f | %.0f |".formatted(page.what(), page.found(), page.median(), page.worst())));
        add("");
        add("Folding the names of all of them anew: %.1f s. Encrypting what was not: %,.0f values a second."
                .formatted(folding, sealing));
        add("");
    }

    private static String spread(List<Double> values, String format) {
        return (format + "–" + format)
                .formatted(
                        values.stream().min(Double::compare).orElseThrow(),
                        values.stream().max(Double::compare).orElseThrow());
    }

    void add(String line) {
        lines.add(line);
        FIGURES.info(line);
    }

    void write() throws IOException {
        Path file = Files.createDirectories(Path.of("target/benchmark")).resolve("results.md");
        Files.write(file, lines);
    }
}
