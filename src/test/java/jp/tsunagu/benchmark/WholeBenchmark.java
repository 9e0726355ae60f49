package jp.tsunagu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import jp.tsunagu.benchmark.Completions.Measured;
import jp.tsunagu.benchmark.Timers.Fired;
import org.junit.jupiter.api.Test;

/** Everything of docs/benchmarks.md in one run: {@code ./mvnw -Pbenchmark test}. No other build finds this class. */
class WholeBenchmark {

    private final Scale scale = Scale.ofProperties();
    private final Report report = new Report();

    @Test
    void run() throws IOException {
        report.machine(scale);
        try {
            if (Scale.includes("completions")) {
                completions();
            }
            if (Scale.includes("timers")) {
                timers();
            }
            if (Scale.includes("taskList")) {
                taskList();
            }
            if (Scale.includes("papers")) {
                papers();
            }
            if (Scale.includes("ledger")) {
                ledger();
            }
        } finally {
            report.write();
        }
    }

    private void completions() throws IOException {
        try (Server server = new Server();
                Completions completions = new Completions(server, scale)) {
            report.completionsBegin();
            List<Measured> measured = completions.measure(report::completions);
            report.completionsEnd(measured);
            if (Scale.countsStatements()) {
                report.statements(measured.get(measured.size() - 1));
            }
        }
    }

    private void timers() throws IOException {
        try (Server server = new Server();
                Tsunagu tsunagu = new Tsunagu(server.create("timers"))) {
            List<Fired[]> rounds = new Timers(tsunagu, scale.timers()).rounds(scale.timerRounds());
            report.timers(rounds);
            assertThat(rounds).allSatisfy(round -> assertThat(round[1].lost()).isZero());
        }
    }

    private void papers() throws IOException {
        try (Server server = new Server();
                Tsunagu tsunagu = new Tsunagu(server.create("papers"))) {
            report.papers(new PaperSpeed(tsunagu).measure());
        }
    }

    private void taskList() throws IOException {
        try (Server server = new Server();
                Tsunagu tsunagu = new Tsunagu(server.create("task_list"))) {
            report.taskList(new TaskList(tsunagu, scale.openTasks()).compare());
        }
    }

    private void ledger() throws IOException {
        try (Server server = new Server();
                Tsunagu tsunagu = new Tsunagu(server.create("ledger"))) {
            LedgerTimes ledger = new LedgerTimes(tsunagu, scale.ledgerCases());
            double folding = ledger.foldAnew();
            report.ledger(scale.ledgerCases(), folding, ledger.measure());
        }
    }
}
