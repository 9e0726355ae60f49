package jp.tsunagu.procedure.publish;

import static jp.tsunagu.procedure.publish.PublishingOffice.TEZUKA;
import static jp.tsunagu.procedure.publish.Redrawn.DECISION;
import static jp.tsunagu.procedure.publish.Redrawn.MAIN;
import static jp.tsunagu.procedure.publish.Redrawn.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import jp.tsunagu.story.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes by chance, one after the other, on cases that go on by chance: what the effect page says of a case is what becomes of
 * it. {@code -Dchanges.rounds} says how many (3), {@code -Dchanges.seed} which.
 */
@Tag("publishing")
class RandomChangesTest extends PublishingStory {

    private static final int ROUNDS = Integer.getInteger("changes.rounds", 3);
    private static final long SEED = Long.getLong("changes.seed", 7L);
    private static final List<String> ARROWS =
            List.of("employmentHearingSplit_screen", "confirmScreening_screeningSplit");

    private final Random dice = new Random(SEED);
    private final List<String> cases = new ArrayList<>();
    private int changes;

    @Autowired
    private EffectTrial trial;

    @Autowired
    private CaseReader reader;

    @Autowired
    private JdbcClient database;

    private record Act(String account, Map<String, Object> answers) {}

    @Test
    void whatIsPromisedIsWhatHappens() {
        for (int i = 0; i < 4; i++) {
            cases.add(office.as("saeki").receives(Answers.named("偶然 花子", "ぐうぜん", "1980-01-01")));
            for (int step = 0; step < i + 1; step++) {
                goOn(cases.get(i));
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            change("seed " + SEED + ", round " + round);
            goOn(cases.get(dice.nextInt(cases.size())));
        }
        cases.forEach(
                number -> assertThat(goOn(number)).as("%s can go on", number).isTrue());
    }

    private void change(String round) {
        Map<String, byte[]> files = redrawn().files();
        if (files.isEmpty()) {
            return;
        }
        int draft = administrators.draft(round, files);
        if (administrators.proposals.findings(draft).stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
            return;
        }
        Transition transition = new Transition(
                dice.nextInt(4) == 0 ? TransitionRule.STAY : TransitionRule.MOVE, Set.of(), new TreeMap<>());
        administrators.proposals.plan(draft, transition, TEZUKA);
        Map<String, EffectClass> promised = new TreeMap<>();
        trial.look(draft, "tezuka")
                .forEach(effect -> effect.cases()
                        .forEach(number -> assertThat(promised.put(number, effect.as()))
                                .as("%s: %s in one class only", round, number)
                                .isNull()));
        assertThat(promised.keySet()).as(round).containsAll(cases);
        Map<String, CaseSnapshot> before = new TreeMap<>();
        cases.forEach(number -> before.put(number, reader.read(number)));
        int set = administrators.publish(draft, transition);
        cases.forEach(number -> keptPromise(round, number, promised.get(number), before.get(number), set));
    }

    private void keptPromise(String round, String number, EffectClass promised, CaseSnapshot before, int set) {
        CaseSnapshot now = reader.read(number);
        if (promised == EffectClass.MOVES) {
            assertThat(now.isIn(set)).as("%s: %s is there", round, number).isTrue();
        } else {
            assertThat(now).as("%s: %s, %s", round, number, promised).isEqualTo(before);
        }
        assertThat(now.tasks()).as("%s: tasks of %s", round, number).isEqualTo(before.tasks());
        Map<String, Timer> timers = new TreeMap<>();
        now.timers().forEach(timer -> timers.put(timer.id(), timer));
        before.timers().stream()
                .filter(timer -> timers.containsKey(timer.id()))
                .forEach(timer -> assertThat(timers.get(timer.id()).due())
                        .as("%s: %s of %s", round, timer.at(), number)
                        .isEqualTo(timer.due()));
        assertThat(database.sql("select count(*) from case_worker w join support_case c on c.id = w.case_id "
                                + "where c.case_number = ? and w.until is null")
                        .param(number)
                        .query(Long.class)
                        .single())
                .as("%s: people responsible for %s", round, number)
                .isPositive();
        assertThat(database.sql("select next_at is not null from case_next_date where case_number = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .as("%s: %s has a next date", round, number)
                .isTrue();
    }

    /** One change that an administrator might make any day; of what earlier ones brought, too. */
    private Redrawn redrawn() {
        List<Function<Redrawn, Redrawn>> possible = List.of(
                one -> one.step(
                        MAIN,
                        ARROWS.get(dice.nextInt(ARROWS.size())),
                        "extra" + changes,
                        "もう一度確かめる",
                        "consultation-supporter"),
                one -> one.step(DECISION, "checkPlan_checkSplit", "extra" + changes, "もう一度確かめる", "ward-officer"),
                one -> one.beside(
                        MAIN, "assess", "reminder" + changes, timer("timeCycle", "R3/P" + (3 + changes) + "D")),
                one -> one.beside(MAIN, "screen", "late" + changes, timer("timeDuration", "P" + (9 + changes) + "D")),
                one -> one.replaceFirst(MAIN, "name=\"アセスメントを[^\"]*\"", "name=\"アセスメントを行う（改" + changes + "）\""),
                one -> one.replaceFirst(MAIN, "R3/P\\d+D", "R3/P" + (20 + changes) + "D"),
                one -> one.replaceFirst(
                        MAIN, "<bpmn:timeDuration([^>]*)>P\\d+D", "<bpmn:timeDuration$1>P" + changes + "D"),
                one -> one.replaceFirst("forms/07-screen.form", "\"label\": \"", "\"label\": \"改 "));
        changes++;
        return possible.get(dice.nextInt(possible.size())).apply(new Redrawn(administrators.present()));
    }

    /** Whoever has the next step does it; false if nobody can. */
    private boolean goOn(String number) {
        Task next = reader.read(number).tasks().stream().findFirst().orElse(null);
        if (next == null) {
            return false;
        }
        Act act = act(next);
        if (act == null) {
            return next.candidates() != null || next.assignee() != null;
        }
        office.as(act.account()).does(number, next.step(), act.answers());
        return true;
    }

    private static Act act(Task task) {
        return switch (task.step()) {
            case "decideTriage" -> new Act("saeki", Answers.triage("continueSupport"));
            case "obtainApplicationAndConsent" -> new Act("saeki", Answers.application());
            case "assess" -> new Act("saeki", Answers.assessment());
            case "screen" -> new Act("saeki", Answers.screening("plan"));
            case "confirmScreening" -> new Act("manabe", Answers.confirmation());
            default -> task.step().startsWith("extra") ? new Act("saeki", Answers.of("seen", "確かめた。")) : null;
        };
    }
}
