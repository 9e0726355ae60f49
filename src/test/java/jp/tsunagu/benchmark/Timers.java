package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many timers that are due at once, each with the real work behind it: consent to be asked again (a task routed to whose case
 * it is, with a due date), a handover that stands still (a task of 主任, another of 課長).
 */
final class Timers {

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;
    private final CaseCopies copies;
    private final int timers;

    Timers(Tsunagu tsunagu, int timers) {
        this.tsunagu = tsunagu;
        this.timers = timers;
        database = new JdbcTemplate(tsunagu.database());
        Recorder recorder = new Recorder(tsunagu);
        recorder.record(Walk.waitingForConsent());
        recorder.record(Walk.waitingForHandover());
        tsunagu.asNobody();
        copies = new CaseCopies(tsunagu.database());
        // the pattern itself stays out of the figures
        database.update("delete from act_ru_job");
    }

    /** What one round did: how long, and how many of the timers did not do their work. */
    record Fired(double seconds, int timers, int lost) {

        double perSecond() {
            return timers / seconds;
        }
    }

    /** The engine's own settings, then ours, in turns. */
    List<Fired[]> rounds(int rounds) {
        List<Fired[]> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Fired stock = withDefaults();
            all.add(new Fired[] {stock, fire(ours())});
        }
        return all;
    }

    /** As application.yaml has it. */
    private JobExecutionProperty ours() {
        return Binder.get(tsunagu.bean(Environment.class))
                .bind("camunda.bpm.job-execution", JobExecutionProperty.class)
                .orElseGet(JobExecutionProperty::new);
    }

    private Fired withDefaults() {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) tsunagu.engine().getProcessEngineConfiguration();
        boolean byDueDate = engine.isJobExecutorAcquireByDueDate();
        boolean byPriority = engine.isJobExecutorAcquireByPriority();
        boolean timersFirst = engine.isJobExecutorPreferTimerJobs();
        engine.setJobExecutorAcquireByDueDate(false);
        engine.setJobExecutorAcquireByPriority(false);
        engine.setJobExecutorPreferTimerJobs(false);
        try {
            return fire(new JobExecutionProperty());
        } finally {
            engine.setJobExecutorAcquireByDueDate(byDueDate);
            engine.setJobExecutorAcquireByPriority(byPriority);
            engine.setJobExecutorPreferTimerJobs(timersFirst);
        }
    }

    private Fired fire(JobExecutionProperty settings) {
        int due = prepare();
        int tasksBefore = count("select count(*) from act_ru_task");
        long before = System.nanoTime();
        try (JobExecutors running = JobExecutors.start(tsunagu.engine(), settings)) {
            untilNoneIsDue();
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        int done = count("select count(*) from act_ru_task") - tasksBefore;
        return new Fired(seconds, due, due - done);
    }

    private int prepare() {
        copies.addRows((timers + 2) / 3);
        database.update(
                "delete from act_ru_job where id_ in (select id_ from act_ru_job order by id_ offset ?)", timers);
        database.update("update act_ru_job set duedate_ = now() - interval '1 minute', create_time_ = now()");
        database.execute("vacuum analyze act_ru_job");
        return count("select count(*) from act_ru_job");
    }

    private int count(String sql) {
        return database.queryForObject(sql, Integer.class);
    }

    /**
     * Looks at the table twenty times a second, as the executor tells nobody.
     *
     * @throws IllegalStateException after an hour
     */
    private void untilNoneIsDue() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleWithFixedDelay(() -> completeIfNoneIsDue(done), 0, 50, TimeUnit.MILLISECONDS);
            done.get(1, TimeUnit.HOURS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
        }
    }

    private void completeIfNoneIsDue(CompletableFuture<Void> done) {
        try {
            if (count(
                            "select count(*) from (select 1 from act_ru_job where duedate_ <= now() and retries_ > 0 limit 1) j")
                    == 0) {
                done.complete(null);
            }
        } catch (DataAccessException e) {
            done.completeExceptionally(e);
        }
    }
}
