package jp.tsunagu.work;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.NamedOnly;
import jp.tsunagu.engine.RestrictedMark;
import jp.tsunagu.engine.TaskFacts;
import jp.tsunagu.engine.TaskGate;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/** Whose task it is: who took a case keeps it, 主任 reassigns, nobody stands on both sides of a check. */
@Component
class TaskRules implements TaskGate {

    private static final String NOT_YOUR_GROUP = "このタスクを担当する係の職員ではありません。";

    private static final String NAMED_ONLY = "このケースは、指定された人だけが担当できます。主任相談支援員に相談してください。";

    private final Members members;
    private final NamedOnly restricted;
    private final Responsibility responsibility;
    private final Absences absences;
    private final Settings settings;
    private final Approvers approvers;
    private final Round round;
    private final WardActs wardActs;

    TaskRules(
            Members members,
            NamedOnly restricted,
            Responsibility responsibility,
            Absences absences,
            Settings settings,
            Approvers approvers,
            Round round,
            WardActs wardActs) {
        this.members = members;
        this.restricted = restricted;
        this.responsibility = responsibility;
        this.absences = absences;
        this.settings = settings;
        this.approvers = approvers;
        this.round = round;
        this.wardActs = wardActs;
    }

    @Override
    public NamedOnly restricted() {
        return restricted;
    }

    @Override
    public Set<String> overseenGroups(Collection<String> ownGroups) {
        Set<String> overseen = new TreeSet<>(ownGroups.contains(Roles.CHIEF) ? Roles.CENTRE : Set.of());
        // and what was brought before them because it stands still
        ownGroups.stream().filter(NextUp::supervises).map(NextUp::informed).forEach(overseen::add);
        return overseen;
    }

    @Override
    public boolean mayReassign(Collection<String> ownGroups, Set<String> candidateGroups) {
        boolean chiefOfCentre =
                ownGroups.contains(Roles.CHIEF) && candidateGroups.stream().anyMatch(Roles.CENTRE::contains);
        boolean officersOnly = candidateGroups.contains(Roles.WARD_OFFICER)
                && candidateGroups.stream()
                        .allMatch(group -> group.equals(Roles.WARD_OFFICER) || NextUp.isInformed(group));
        boolean chiefOfOfficers = ownGroups.contains(Roles.WARD_SUBSECTION_CHIEF) && officersOnly;
        return chiefOfCentre || chiefOfOfficers;
    }

    @Override
    public Optional<String> refuseAssignee(String assignee, TaskFacts task) {
        Set<String> groups = members.groupsOf(assignee);
        if (restricted.isHiddenFrom(assignee, task.caseNumber()) && !RestrictedMark.isForWelfareOffice(task, groups)) {
            return Optional.of(NAMED_ONLY);
        }
        boolean belongs = task.candidateGroups().stream().anyMatch(groups::contains);
        if (!belongs && !isDeputyChief(assignee, task)) {
            return Optional.of(NOT_YOUR_GROUP);
        }
        Optional<String> contractor = wardActs.refuse(assignee, task.step(), Set.of());
        if (contractor.isPresent()) {
            return contractor;
        }
        if (task.step().equals("approveAsSubsectionChief") && approvers.wouldLeaveNoDeputy(assignee)) {
            return Optional.of("課長が不在で、あなたが代決者です。係長の承認は、ほかの職員が行ってください。");
        }
        return refuseBothSides(assignee, task);
    }

    private Optional<String> refuseBothSides(String user, TaskFacts task) {
        Set<String> otherSide = SeparationOfDuties.otherSideOf(task.step());
        return SeparationOfDuties.refuse(user, round.latest(task.caseNumber(), task.step(), otherSide));
    }

    @Override
    public Optional<String> refuseAct(String user, TaskFacts task, Set<String> answered) {
        return wardActs.refuse(user, task.step(), answered).or(() -> refuseBothSides(user, task));
    }

    @Override
    public Optional<String> route(TaskFacts task) {
        Optional<String> responsible = rolesOfWork(task).stream()
                .flatMap(group -> responsibility.of(task.caseNumber(), group).stream())
                .filter(user -> !absences.isAway(user))
                .filter(user -> refuseAssignee(user, task).isEmpty())
                .findFirst();
        return responsible.or(() -> deputyChief(task));
    }

    @Override
    public void taken(String assignee, TaskFacts task) {
        Set<String> groups = new TreeSet<>(members.groupsOf(assignee));
        groups.retainAll(rolesOfWork(task));
        groups.stream().findFirst().ifPresent(group -> responsibility.give(task.caseNumber(), group, assignee));
    }

    /**
     * Whose work the task is: within the centre, each of its groups'. Where it is another office's, the centre may help out
     * (相談支援員 records a receipt that the welfare office gave by phone, 要領 第9条第5号), but the task does not come to it by
     * itself, and helping out does not take over the case.
     */
    private static Set<String> rolesOfWork(TaskFacts task) {
        Set<String> groups = new TreeSet<>(task.candidateGroups());
        if (task.ownRole() != null) {
            groups.retainAll(Roles.CENTRE.contains(task.ownRole()) ? Roles.CENTRE : Set.of(task.ownRole()));
        }
        return groups;
    }

    /** Where 主任 handled the case and nobody else of that rank can confirm, the named deputy (主任代理) does. */
    private Optional<String> deputyChief(TaskFacts task) {
        boolean chiefsTask = task.step().equals("confirmScreening");
        if (!chiefsTask
                || members.membersOf(Roles.CHIEF).stream()
                        .anyMatch(chief -> refuseAssignee(chief, task).isEmpty())) {
            return Optional.empty();
        }
        return settings.today(Settings.DEPUTY_CHIEF)
                .filter(deputy -> refuseAssignee(deputy, task).isEmpty());
    }

    private boolean isDeputyChief(String user, TaskFacts task) {
        return task.step().equals("confirmScreening")
                && settings.today(Settings.DEPUTY_CHIEF).filter(user::equals).isPresent();
    }
}
