package jp.tsunagu.work;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.OpenToProcedures;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Who approves and decides, by decision table {@code approver}: 専決, and 代決 while the decider is away. Named
 * {@code approvers} in the diagram.
 */
@OpenToProcedures("groups")
@Component("approvers")
public class Approvers {

    private final Decisions decisions;
    private final Settings settings;
    private final Absences absences;
    private final Members members;

    Approvers(Decisions decisions, Settings settings, Absences absences, Members members) {
        this.decisions = decisions;
        this.settings = settings;
        this.absences = absences;
        this.members = members;
    }

    /** The groups that may take the step the execution is in, for {@code camunda:candidateGroups}. */
    public List<String> groups(DelegateExecution execution) {
        int procedureSet = (Integer) execution.getVariable(Names.PROCEDURE_SET);
        return groups(procedureSet, execution.getCurrentActivityId(), isDeciderAway());
    }

    private List<String> groups(int procedureSet, String step, boolean deciderAway) {
        return decisions
                .rows(
                        procedureSet,
                        "approver",
                        Map.of("municipality", settings.municipality(), "step", step, "deciderAway", deciderAway))
                .stream()
                .flatMap(row -> Arrays.stream(((String) row.get("groups")).split("\\s*,\\s*")))
                .distinct()
                .toList();
    }

    /** True while nobody who decides by rank is there. */
    public boolean isDeciderAway() {
        List<String> deciders = members.membersOf(Roles.WARD_SECTION_CHIEF);
        return !deciders.isEmpty() && deciders.stream().allMatch(absences::isAway);
    }

    /** True if this person decides in the place of the decider (代決), not by rank. */
    public boolean isDeputy(String user) {
        return !members.groupsOf(user).contains(Roles.WARD_SECTION_CHIEF);
    }

    /**
     * The deputy's earlier step goes to another person: while the decider is away, whoever is the last possible deputy
     * must not spend themselves on the approval.
     */
    boolean wouldLeaveNoDeputy(String user) {
        if (!isDeciderAway() || !members.groupsOf(user).contains(Roles.WARD_SUBSECTION_CHIEF)) {
            return false;
        }
        Set<String> others = new TreeSet<>(members.membersOf(Roles.WARD_SUBSECTION_CHIEF));
        others.remove(user);
        return others.stream().allMatch(absences::isAway);
    }
}
