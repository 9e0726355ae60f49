package jp.tsunagu.procedure.scenario;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.stereotype.Component;

/** Runs scenarios beside the requests: one procedure at a time, as each takes a JVM of its own. */
@Component
class ScenarioRuns {

    private static final int MOST_WAITING = 5;

    private final RunnerProcess runner;
    private final ScenarioResultTable results;
    private final Map<String, Progress> under = new ConcurrentHashMap<>();
    private final ExecutorService one =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "scenarios");
                thread.setDaemon(true);
                return thread;
            });

    ScenarioRuns(RunnerProcess runner, ScenarioResultTable results) {
        this.runner = runner;
        this.results = results;
    }

    /**
     * How far a run is.
     *
     * @param failure why it could not be done, in Japanese; null if it is under way
     */
    record Progress(int done, int total, String failure) {

        public boolean isRunning() {
            return failure == null;
        }
    }

    /** Of the scenarios on this procedure, at this node. */
    Optional<Progress> of(String procedure) {
        return Optional.ofNullable(under.get(procedure));
    }

    /** Begins unless it is under way already. */
    void start(ProcedureFiles files, List<KeptScenario> scenarios, String person) {
        String procedure = ContentHash.of(files);
        Progress begun = new Progress(0, scenarios.size(), null);
        Progress before = under.putIfAbsent(procedure, begun);
        if (before != null && before.isRunning()) {
            return;
        }
        under.put(procedure, begun);
        try {
            one.execute(() -> run(procedure, files, scenarios, person));
        } catch (RejectedExecutionException e) {
            under.put(procedure, new Progress(0, scenarios.size(), "ほかの改定案の例題が実行中です。しばらくしてから、もう一度実行してください。"));
        }
    }

    private void run(String procedure, ProcedureFiles files, List<KeptScenario> scenarios, String person) {
        attempt(procedure, files, scenarios, person)
                .ifPresentOrElse(
                        failure -> under.put(procedure, new Progress(0, scenarios.size(), failure)),
                        () -> under.remove(procedure));
    }

    /** @return why it failed, in Japanese; empty if the results are kept */
    private Optional<String> attempt(
            String procedure, ProcedureFiles files, List<KeptScenario> scenarios, String person) {
        try {
            int total = scenarios.size();
            List<KeptScenario> readable =
                    scenarios.stream().filter(KeptScenario::isReadable).toList();
            List<ScenarioResult> all = new ArrayList<>(
                    runner.run(files, readable, done -> under.put(procedure, new Progress(done, total, null))));
            scenarios.stream()
                    .filter(scenario -> !scenario.isReadable())
                    .map(scenario -> ScenarioResult.notRun(scenario.id(), "", "例題として読める", scenario.why()))
                    .forEach(all::add);
            results.keep(procedure, scenarios, all, person);
            return Optional.empty();
        } catch (RuntimeException e) {
            // nobody waits for this thread: whoever opens the page is told
            return Optional.of("例題を実行できませんでした（" + e.getClass().getSimpleName() + "）。もう一度実行してください。");
        }
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
