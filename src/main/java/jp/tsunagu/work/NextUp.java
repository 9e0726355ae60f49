package jp.tsunagu.work;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/**
 * Who is told of a task that is late, by decision table {@code escalation}. Who is above whom is how the office is arranged
 * today, not part of the procedure a case began on: the current set is asked.
 */
@Component
class NextUp {

    /** Those whose lists show what was brought before them. */
    private static final Set<String> SUPERVISORS = Set.of(Roles.CHIEF, Roles.WARD_SECTION_CHIEF);

    private final Decisions decisions;
    private final ProcedureSets sets;
    private final Settings settings;

    /**
     * Who is told beside whoever has the task.
     *
     * @param overdue null if nobody
     * @param escalated null if nobody
     */
    record Told(String overdue, String escalated) {}

    NextUp(Decisions decisions, ProcedureSets sets, Settings settings) {
        this.decisions = decisions;
        this.sets = sets;
        this.settings = settings;
    }

    /** The roles that are told when a task of this role is late. */
    Told of(String role, boolean legal) {
        int present = sets.current();
        return new Told(
                decide(present, role, AlertLevel.OVERDUE, legal), decide(present, role, AlertLevel.ESCALATED, legal));
    }

    /**
     * The group that a task brought before a role is shown to. Nobody is a member of it, so that seeing is not taking:
     * whose work the task is stays as it was.
     */
    static String informed(String role) {
        return role + "-informed";
    }

    static boolean isInformed(String group) {
        return group.endsWith("-informed");
    }

    static boolean supervises(String role) {
        return SUPERVISORS.contains(role);
    }

    /** The group through which a task is shown to the role that was told of it; null if that role has it in its lists anyway. */
    static String shownThrough(String told) {
        return told != null && supervises(told) ? informed(told) : null;
    }

    private String decide(int procedureSet, String role, AlertLevel level, boolean legal) {
        Map<String, Object> inputs =
                Map.of("municipality", settings.municipality(), "role", role, "level", level.key(), "legal", legal);
        return decisions.rows(procedureSet, "escalation", inputs).stream()
                .findFirst()
                .map(row -> (String) row.get("to"))
                .orElse(null);
    }
}
