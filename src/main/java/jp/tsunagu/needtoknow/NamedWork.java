package jp.tsunagu.needtoknow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.account.AccountFacts;
import jp.tsunagu.casefile.CaseSheet;
import jp.tsunagu.casefile.CaseSheet.Worker;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.engine.CaseTasks;
import jp.tsunagu.engine.CaseWhereabouts;
import jp.tsunagu.engine.CaseWhereabouts.OpenTask;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/**
 * The work on a restricted case goes to the persons named in it: whoever is not gives it back, and the case is never without
 * somebody who has it (I-04).
 */
@Component
class NamedWork {

    private static final List<String> WHOLE_CASE =
            List.of(Roles.CONSULTATION_SUPPORTER, Roles.OUTREACH_SUPPORTER, Roles.CHIEF);

    private final CaseSheet sheet;
    private final Responsibility responsibility;
    private final CaseWhereabouts whereabouts;
    private final CaseTasks tasks;
    private final Members members;
    private final AccountFacts accounts;

    NamedWork(
            CaseSheet sheet,
            Responsibility responsibility,
            CaseWhereabouts whereabouts,
            CaseTasks tasks,
            Members members,
            AccountFacts accounts) {
        this.sheet = sheet;
        this.responsibility = responsibility;
        this.whereabouts = whereabouts;
        this.tasks = tasks;
        this.members = members;
        this.accounts = accounts;
    }

    /** In the transaction of the caller, after the persons were named. */
    void comeToNamed(String caseNumber, Set<String> named) {
        List<Worker> workers =
                sheet.workers(sheet.head(caseNumber).orElseThrow().id());
        workers.stream()
                .filter(worker -> !named.contains(worker.user()))
                .forEach(worker -> responsibility.end(caseNumber, worker.role(), worker.user()));
        boolean kept = workers.stream()
                .anyMatch(worker -> named.contains(worker.user())
                        && WHOLE_CASE.contains(worker.role())
                        && accounts.mayLogIn(worker.user()));
        if (!kept) {
            give(caseNumber, named);
        }
        whereabouts.openTasks(caseNumber).stream()
                .filter(task -> task.assignee() != null && !named.contains(task.assignee()))
                .filter(task -> !task.groups().contains(Roles.WELFARE_OFFICE))
                .forEach(task -> pass(caseNumber, task));
    }

    private void give(String caseNumber, Set<String> named) {
        for (String role : WHOLE_CASE) {
            Set<String> able = new TreeSet<>(members.membersOf(role));
            able.retainAll(named);
            able.removeIf(one -> !accounts.mayLogIn(one));
            if (!able.isEmpty()) {
                responsibility.give(caseNumber, role, able.iterator().next());
                return;
            }
        }
        throw new IllegalStateException("a restricted case without a chief who is named");
    }

    /** To whoever has the case in the task's role by now, else back to those named of its group. */
    private void pass(String caseNumber, OpenTask task) {
        task.groups().stream()
                .flatMap(group -> responsibility.of(caseNumber, group).stream())
                .findFirst()
                .ifPresentOrElse(user -> tasks.give(task.id(), user), () -> tasks.release(task.id()));
    }

    /** Open steps for which nobody named can be found; the welfare office's are its own. */
    List<OpenTask> waitingForNobody(String caseNumber, Set<String> named) {
        return whereabouts.openTasks(caseNumber).stream()
                .filter(task -> task.assignee() == null
                        && !task.groups().contains(Roles.WELFARE_OFFICE)
                        && task.groups().stream()
                                .noneMatch(group ->
                                        members.membersOf(group).stream().anyMatch(named::contains)))
                .toList();
    }
}
