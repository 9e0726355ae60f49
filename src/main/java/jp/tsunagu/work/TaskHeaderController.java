package jp.tsunagu.work;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseHead;
import jp.tsunagu.casefile.CaseHeads;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.OpenSteps.OpenStep;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What stands above the form of a task: whose case it is and how it stands. Whoever may merely pick the task up sees the case
 * number. Asked in the name of whoever is logged in, so that a task they do not see does not exist.
 */
@RestController
class TaskHeaderController {

    private final TaskService tasks;
    private final OpenSteps steps;
    private final CaseHeads heads;
    private final CaseReaders readers;
    private final AccessLog log;
    private final WorkingDays workingDays;

    TaskHeaderController(
            TaskService tasks,
            OpenSteps steps,
            CaseHeads heads,
            CaseReaders readers,
            AccessLog log,
            WorkingDays workingDays) {
        this.tasks = tasks;
        this.steps = steps;
        this.heads = heads;
        this.readers = readers;
        this.log = log;
        this.workingDays = workingDays;
    }

    /**
     * A header.
     *
     * @param facts null if this person may not open the case yet
     */
    record Header(String caseNumber, Facts facts) {}

    /** What those see who may open the case. */
    record Facts(
            String name,
            String status,
            List<String> workers,
            String nextDate,
            String consent,
            boolean contactRestricted,
            boolean namedOnly,
            String address) {}

    @GetMapping("/api/tasks/{taskId}/header")
    Header of(@PathVariable String taskId, Principal person) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        String number = Optional.ofNullable(task)
                .flatMap(seen -> steps.find(taskId))
                .map(OpenStep::caseNumber)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "このタスクはありません。"));
        String user = person.getName();
        boolean mine = user.equals(task.getAssignee());
        if (!readers.mayRead(user, number)) {
            return new Header(number, null);
        }
        if (mine) {
            // with the form of their own task the form door notes it; asked for without the form it is still noted
            log.recordOnceSince(workingDays.beginningOfToday(), user, Set.of(number), "閲覧");
        } else {
            log.record(user, number, "閲覧", task.getTaskDefinitionKey());
        }
        return new Header(
                number, heads.of(number).map(TaskHeaderController::facts).orElse(null));
    }

    private static Facts facts(CaseHead head) {
        return new Facts(
                head.name() == null ? "（匿名）" : head.name(),
                head.status().label(),
                head.workers().stream()
                        .map(worker -> Accounts.groupNames().getOrDefault(worker.group(), worker.group()) + "　"
                                + worker.name())
                        .toList(),
                head.nextDate() == null ? null : Wareki.formatWithWeekday(head.nextDate()),
                head.consentLabel(),
                head.contactRestricted(),
                head.namedOnly(),
                "/cases/" + head.caseNumber());
    }
}
