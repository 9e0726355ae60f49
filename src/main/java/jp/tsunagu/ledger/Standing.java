package jp.tsunagu.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.engine.CaseWhereabouts;
import jp.tsunagu.engine.CaseWhereabouts.OpenTask;
import jp.tsunagu.engine.CaseWhereabouts.Process;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** Where a case stands: its processes, the steps that are open in each, with whom and until when. */
@Component
class Standing {

    private static final Set<String> SAID_BY_THE_TASK = Set.of("userTask", "subProcess", "startEvent");

    private final CaseWhereabouts whereabouts;
    private final Members members;

    Standing(CaseWhereabouts whereabouts, Members members) {
        this.whereabouts = whereabouts;
        this.members = members;
    }

    /**
     * One process of the case, with what is lit on its diagram.
     *
     * @param lit the elements at which it stands; empty once it has ended
     */
    record Shown(String id, String key, String name, boolean running, Instant startedAt, List<String> lit) {

        public String state() {
            return running ? "進行中" : "終わり";
        }

        public String since() {
            return Days.full(Days.dayOf(startedAt));
        }
    }

    /**
     * An open step.
     *
     * @param instance the running process it belongs to, and its name
     * @param who the person who has it, or the group that may take it
     * @param taken false as long as nobody has it
     * @param late true once its due date has passed
     * @param address of the task in Tasklist; null for everybody but the one who has it
     */
    record Step(
            String instance,
            String process,
            String element,
            String name,
            String who,
            boolean taken,
            Instant due,
            boolean late,
            String address) {

        public String until() {
            return due == null ? "期限なし" : Days.full(due);
        }
    }

    /** A place where the procedure waits without a task. */
    record Wait(String process, String name, String until) {}

    /** All of it. */
    record Whole(List<Shown> processes, List<Step> steps, List<Wait> waits) {}

    Whole of(String user, String caseNumber, Instant now) {
        List<Process> processes = whereabouts.processes(caseNumber);
        List<OpenTask> tasks = whereabouts.openTasks(caseNumber);
        List<CaseWhereabouts.Standing> standing = whereabouts.standing(caseNumber);
        Map<String, String> names = members.namesOf(
                tasks.stream().map(OpenTask::assignee).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> processNames = processes.stream().collect(Collectors.toMap(Process::id, Process::name));
        return new Whole(
                processes.stream()
                        .map(process -> shown(process, tasks, standing))
                        .toList(),
                tasks.stream()
                        .map(task -> step(task, user, names, processNames.get(task.processInstanceId()), now))
                        .toList(),
                waits(standing, processNames));
    }

    private static Shown shown(Process process, List<OpenTask> tasks, List<CaseWhereabouts.Standing> standing) {
        Set<String> lit = new HashSet<>();
        tasks.stream()
                .filter(task -> task.processInstanceId().equals(process.id()))
                .forEach(task -> lit.add(task.step()));
        standing.stream()
                .filter(one -> one.processInstanceId().equals(process.id())
                        && !one.type().equals("subProcess"))
                .forEach(one -> lit.add(one.element()));
        return new Shown(
                process.id(),
                process.key(),
                process.name(),
                process.endedAt() == null,
                process.startedAt(),
                List.copyOf(lit));
    }

    private static Step step(OpenTask task, String user, Map<String, String> names, String process, Instant now) {
        boolean taken = task.assignee() != null;
        String who = taken
                ? names.get(task.assignee())
                : task.groups().stream()
                        .map(group -> Accounts.groupNames().getOrDefault(group, group))
                        .collect(Collectors.joining("、"));
        return new Step(
                task.processInstanceId(),
                process,
                task.step(),
                task.name(),
                who,
                taken,
                task.due(),
                task.due() != null && task.due().isBefore(now),
                user.equals(task.assignee()) ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null);
    }

    private static List<Wait> waits(List<CaseWhereabouts.Standing> standing, Map<String, String> processNames) {
        List<Wait> waits = new ArrayList<>();
        standing.stream()
                .filter(one -> one.name() != null && !SAID_BY_THE_TASK.contains(one.type()))
                .forEach(one -> waits.add(new Wait(
                        processNames.get(one.processInstanceId()),
                        one.name().replaceAll("\\s+", ""),
                        one.until() == null ? null : Days.full(one.until()))));
        return Stream.of(waits).flatMap(List::stream).distinct().toList();
    }
}
