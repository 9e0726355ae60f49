package jp.tsunagu.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.engine.CaseTasks;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.work.Orphans.Gone;
import jp.tsunagu.work.Orphans.Stopped;
import jp.tsunagu.work.Orphans.Stranded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every open case has at every moment a person responsible and a next date. Finds what has not, repairs what can be repaired
 * and reports the rest to 主任; what is in order again is settled. Each case is a transaction of its own.
 */
@Component
public class OrphanCheck {

    private final Orphans orphans;
    private final Responsibility responsibility;
    private final Successor successor;
    private final CaseTasks tasks;
    private final CaseAlerts alerts;
    private final FailedJobAlerts failedJobs;
    private final Settings settings;
    private final TransactionTemplate transaction;

    OrphanCheck(
            Orphans orphans,
            Responsibility responsibility,
            Successor successor,
            CaseTasks tasks,
            CaseAlerts alerts,
            FailedJobAlerts failedJobs,
            Settings settings,
            TransactionTemplate transaction) {
        this.orphans = orphans;
        this.responsibility = responsibility;
        this.successor = successor;
        this.tasks = tasks;
        this.alerts = alerts;
        this.failedJobs = failedJobs;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Checks all cases and returns how many things were found. */
    public int run() {
        int found = workers();
        found += tasksOfNobody();
        found += report(CaseAlert.NO_NEXT_DATE, orphans.withoutNextDate());
        found += report(CaseAlert.NO_PROCESS, orphans.withoutProcess());
        found += report(CaseAlert.LEFT_OVER, orphans.leftOver());
        return found + stoppedJobs();
    }

    /** Whoever is gone no longer has the case; one that is left without anybody goes to 主任 or the deputy. */
    private int workers() {
        List<Gone> gone = orphans.workersGone();
        List<String> left = new ArrayList<>();
        each(gone, one -> {
            responsibility.end(one.caseNumber(), one.role(), one.user());
            if (orphans.isAlone(one.caseNumber())) {
                left.add(one.caseNumber());
                handOver(CaseAlert.WORKER_GONE, one.caseNumber());
            }
        });
        alerts.settleAllBut(CaseAlert.WORKER_GONE, left);
        List<String> alone = orphans.withoutWorker();
        each(alone, number -> handOver(CaseAlert.NO_WORKER, number));
        alerts.settleAllBut(CaseAlert.NO_WORKER, alone);
        return gone.size() + alone.size();
    }

    private void handOver(CaseAlert kind, String number) {
        alerts.raise(kind, number, number, null, successor.takeOver(number).orElse(Roles.CHIEF));
    }

    private int tasksOfNobody() {
        List<Stranded> stranded =
                orphans.tasksOfNobody(settings.today(Settings.DEPUTY_CHIEF).orElse(""));
        each(stranded, task -> {
            tasks.release(task.taskId());
            alerts.raise(CaseAlert.TASK_OF_NOBODY, task.taskId(), task.caseNumber(), task.step(), Roles.CHIEF);
        });
        alerts.settleAllBut(
                CaseAlert.TASK_OF_NOBODY,
                stranded.stream().map(Stranded::taskId).toList());
        return stranded.size();
    }

    private int report(CaseAlert kind, List<String> caseNumbers) {
        each(caseNumbers, number -> alerts.raise(kind, number, number, null, Roles.CHIEF));
        alerts.settleAllBut(kind, caseNumbers);
        return caseNumbers.size();
    }

    /** Also those from before somebody was told of a failed job, and those stopped by hand. */
    private int stoppedJobs() {
        List<Stopped> stopped = orphans.stoppedJobs();
        each(stopped, job -> failedJobs.givenUp(job.jobId(), job.caseNumber(), job.step()));
        alerts.settleAllBut(
                CaseAlert.FAILED_JOB, stopped.stream().map(Stopped::jobId).toList());
        return stopped.size();
    }

    private <T> void each(Collection<T> found, Consumer<T> repair) {
        found.forEach(one -> transaction.executeWithoutResult(status -> repair.accept(one)));
    }
}
