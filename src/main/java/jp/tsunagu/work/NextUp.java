package jp.tsunagu.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private final ConcurrentMap<Question, Optional<String>> answers = new ConcurrentHashMap<>();

    private record Question(int procedureSet, String role, AlertLevel level, boolean legal) {}

    NextUp(Decisions decisions, ProcedureSets sets, Settings settings) {
        this.decisions = decisions;
        this.sets = sets;
        this.settings = settings;
    }

    /** The role that is told; empty if nobody beside whoever has the task. */
    Optional<String> of(String role, AlertLevel level, boolean legal) {
        return answers.computeIfAbsent(new Question(sets.current(), role, level, legal), this::decide);
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

    private Optional<String> decide(Question question) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("municipality", settings.municipality());
        inputs.put("role", question.role());
        inputs.put("level", question.level().key());
        inputs.put("legal", question.legal());
        return decisions.rows(question.procedureSet(), "escalation", inputs).stream()
                .findFirst()
                .map(row -> (String) row.get("to"));
    }
}
