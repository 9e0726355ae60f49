package jp.tsunagu.procedure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Running cases as they were before a change came into force, to be held against what became of them. */
public final class CasesBefore {

    @Autowired
    private CaseReader reader;

    @Autowired
    private Effects effects;

    @Autowired
    private JdbcClient database;

    private final Map<String, CaseSnapshot> before = new TreeMap<>();
    private final Map<String, List<Map<String, Object>>> deadlines = new TreeMap<>();

    public void note(Collection<String> numbers) {
        numbers.forEach(number -> {
            before.put(number, reader.read(number));
            deadlines.put(number, deadlines(number));
        });
    }

    CaseSnapshot of(String number) {
        return before.get(number);
    }

    /** What the page about the running cases said of these. */
    public Map<EffectClass, Set<String>> promised(int draft) {
        Map<EffectClass, Set<String>> promised = new EnumMap<>(EffectClass.class);
        effects.last(draft)
                .orElseThrow()
                .effects()
                .forEach(effect -> effect.cases().stream()
                        .filter(before::containsKey)
                        .forEach(number -> promised.computeIfAbsent(effect.as(), first -> new TreeSet<>())
                                .add(number)));
        return promised;
    }

    public void areUntouched() {
        before.keySet().forEach(this::isUntouched);
    }

    void isUntouched(String number) {
        assertThat(reader.read(number)).as(number).isEqualTo(before.get(number));
        assertThat(deadlines(number)).as(number).isEqualTo(deadlines.get(number));
    }

    /** Every one of them, by the set that came into force. */
    public void areTreatedAsPromised(int draft, int set) {
        Map<EffectClass, Set<String>> promised = promised(draft);
        assertThat(promised.values().stream().mapToInt(Set::size).sum())
                .as("each case has one promise")
                .isEqualTo(before.size());
        promised.forEach((as, numbers) -> numbers.forEach(number -> {
            if (as == EffectClass.MOVES) {
                hasMoved(number, set);
            } else {
                assertThat(state(set, number)).as(number).isEqualTo("STAYED");
                isUntouched(number);
            }
        }));
    }

    /** It is in the new set, where it stood, with everybody's task and every day as they were. */
    void hasMoved(String number, int set) {
        CaseSnapshot then = before.get(number);
        CaseSnapshot now = reader.read(number);
        assertThat(state(set, number)).as(number).isEqualTo("MOVED");
        assertThat(now.isIn(set)).as(number).isTrue();
        assertThat(now.places()).as("steps of %s", number).isEqualTo(then.places());
        assertThat(now.tasks()).as("tasks and days of %s", number).isEqualTo(then.tasks());
        assertThat(now.timers().stream().map(Timer::due))
                .as("days that %s waits for", number)
                .containsExactlyInAnyOrderElementsOf(
                        then.timers().stream().map(Timer::due).toList());
        assertThat(deadlines(number)).as("legal and other limits of %s", number).isEqualTo(deadlines.get(number));
    }

    String state(int set, String number) {
        return database.sql("select state from procedure_move_case where set_id = ? and case_number = ?")
                .params(set, number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<Map<String, Object>> deadlines(String number) {
        return database.sql("select task_id, legal, by_clock, reckoned_on, warning_at, target_at, escalation_at "
                        + "from task_deadline where case_number = ? order by task_id")
                .param(number)
                .query()
                .listOfRows();
    }
}
