package jp.tsunagu.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * How much is measured: {@code -Dbenchmark.scale=full} for the documented figures, single values over it, else a minute's try.
 *
 * @param warming rounds before the first that counts. A server runs for months; on two processors the JVM is busy for minutes
 *     with compiling what it runs, and the more code a side has, the longer
 */
record Scale(
        List<Integer> sizes,
        int warming,
        int rounds,
        int casesPerRound,
        int threads,
        int timers,
        int timerRounds,
        int openTasks,
        int ledgerCases,
        int finished,
        int logRows) {

    static Scale ofProperties() {
        boolean full = "full".equals(System.getProperty("benchmark.scale"));
        return new Scale(
                Arrays.stream(text("sizes", full ? "1000,10000,100000" : "200,1000")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                number("warming", full ? 12 : 2),
                number("rounds", full ? 5 : 2),
                number("cases", full ? 200 : 40),
                number("threads", 4),
                number("timers", full ? 20_000 : 600),
                number("timerRounds", full ? 2 : 1),
                number("openTasks", full ? 100_000 : 5_000),
                number("ledgerCases", full ? 100_000 : 5_000),
                number("finished", full ? 1_000_000 : 50_000),
                number("logRows", full ? 1_000_000 : 20_000));
    }

    /** Whether a part is measured: {@code -Dbenchmark.only=completions,timers,taskList,papers,ledger,oversight,accessLog}; all of them by default. */
    static boolean includes(String part) {
        String only = text("only", "");
        return only.isEmpty() || Arrays.asList(only.split(",")).contains(part);
    }

    /** Asked for beside the figures: where the time goes. */
    static boolean countsStatements() {
        return Boolean.getBoolean("benchmark.statements");
    }

    private static int number(String name, int otherwise) {
        return Integer.getInteger("benchmark." + name, otherwise);
    }

    private static String text(String name, String otherwise) {
        return System.getProperty("benchmark." + name, otherwise);
    }
}
