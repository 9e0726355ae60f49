package jp.tsunagu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import jp.tsunagu.benchmark.Completions.Measured;
import jp.tsunagu.benchmark.Timers.Fired;
import jp.tsunagu.oversight.Stays;
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
            if (Scale.includes("oversight")) {
                oversight();
            }
            if (Scale.includes("accessLog")) {
                accessLog();
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
            double sealing = ledger.seal();
            report.ledger(scale.ledgerCases(), folding, sealing, ledger.measure());
        }
    }

    private void accessLog() throws IOException {
        try (Server server = Server.withStatementStatistics();
                Tsunagu tsunagu = new Tsunagu(server.create("access_log"))) {
            AccessLogReport log = new AccessLogReport(report);
            AccessLogCost cost = new AccessLogCost(tsunagu);
            AccessLogTimes times = new AccessLogTimes(tsunagu);
            times.fill(scale.logRows());
            log.cost(cost.rounds(scale));
            log.verified(times.verify());
            log.pages(times.pages());
        }
    }

    private void oversight() throws IOException {
        String filled = System.getProperty("benchmark.filled");
        if (filled != null) {
            oversight(filled, true);
            return;
        }
        try (Server server = Server.withStatementStatistics()) {
            oversight(server.create("oversight"), false);
        }
    }

    private void oversight(String url, boolean filled) {
        try (Tsunagu tsunagu = new Tsunagu(url)) {
            Upkeep upkeep = new Upkeep(tsunagu);
            MadeHistory history = new MadeHistory(tsunagu);
            if (!filled) {
                history.deployVersions();
                tsunagu.bean(Stays.class).update();
                history.fill(scale.openTasks(), scale.finished());
            }
            OversightTimes times = new OversightTimes(tsunagu, history);
            OversightReport oversight = new OversightReport(report);
            oversight.history(history, times.count(!filled));
            oversight.asked(times.heat(), times.ofEngine(), times.pages());
            oversight.upkeep(upkeep.rounds(scale));
        }
    }
}
