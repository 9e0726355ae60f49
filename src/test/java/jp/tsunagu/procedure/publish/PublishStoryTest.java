package jp.tsunagu.procedure.publish;

import static jp.tsunagu.procedure.publish.PublishingOffice.HIRAI;
import static jp.tsunagu.procedure.publish.PublishingOffice.TEZUKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.procedure.publish.CaseSnapshot.Place;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step is inserted, approved by a second person, comes into force on its day, and every running case is treated as promised. */
@Tag("publishing")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishStoryTest extends PublishingStory {

    private static final String MAIN = "selfRelianceSupport";

    private Reception reception;
    private CasesBefore before;

    @Autowired
    private EffectTrial trial;

    @Autowired
    private CaseReader reader;

    @Autowired
    private OpenCases cases;

    @Autowired
    private ActBook acts;

    @Autowired
    private Diagrams diagrams;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void theirTools(@Autowired AutowireCapableBeanFactory beans) {
        reception = beans.createBean(Reception.class);
        before = beans.createBean(CasesBefore.class);
    }

    private int householdDraft() {
        return administrators.draft("家計アセスメントを加える", HouseholdStep.in(administrators.present()));
    }

    private List<String> steps(String number) {
        return reader.read(number).tasks().stream().map(Task::step).toList();
    }

    private static Transition rule(TransitionRule rule) {
        return new Transition(rule, Set.of(), new TreeMap<>());
    }

    /** Last, as the other stories would take its cases along. */
    @Test
    @Order(2)
    void aStepIsInsertedAndEveryCaseIsTreatedAsPromised() {
        List<String> all = new ArrayList<>(reception.many(20));
        all.add(people.atApplication("移行 花子"));
        List<String> assessing =
                List.of(people.atAssessment("移行 一"), people.atAssessment("移行 二"), people.atAssessment("移行 三"));
        List<String> screening = List.of(people.assessed("移行 四"), people.assessed("移行 五"));
        String atTheOffice = people.atTheOffice("移行 六");
        all.addAll(assessing);
        all.addAll(screening);
        all.add(atTheOffice);
        String failing = assessing.get(2);
        before.note(all);

        int draft = householdDraft();
        administrators.proposals.plan(draft, rule(TransitionRule.MOVE), TEZUKA);
        int setsBefore = administrators.sets.current();
        List<Effect> effects = trial.look(draft, "tezuka");
        assertThat(administrators.sets.current()).as("the trial leaves nothing").isEqualTo(setsBefore);
        assertThat(of(effects, EffectClass.MOVES)).containsAll(all);
        assertThat(effects).allMatch(effect -> !effect.reason().isEmpty());
        before.areUntouched();

        administrators.proposals.propose(draft, LocalDate.parse("2026-10-07"), administrators.reasons(draft), TEZUKA);
        assertThatThrownBy(() -> administrators.proposals.approve(draft, TEZUKA))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining("ほかの手続管理者");
        administrators.proposals.approve(draft, HIRAI);
        administrators.publisher.look();
        assertThat(administrators.sets.current()).as("not before its day").isEqualTo(setsBefore);

        office.clock("2026-10-07T00:01");
        refuseToMove(failing);
        administrators.publisher.look();
        int set = administrators.sets.current();
        assertThat(set).isGreaterThan(setsBefore);
        String begun = people.received("新規 一");
        try {
            administrators.work.round();
        } finally {
            database.sql("drop trigger refuse_move on act_ru_execution").update();
        }

        assertThat(before.state(set, failing)).isEqualTo("FAILED");
        before.isUntouched(failing);
        all.stream().filter(number -> !number.equals(failing)).forEach(number -> before.hasMoved(number, set));
        assertThat(reader.read(atTheOffice).instances())
                .as("the handover beside it moved too")
                .hasSizeGreaterThan(1);
        assertThat(administrators.progress.of(set)).get().satisfies(counts -> {
            assertThat(counts.waiting()).isZero();
            assertThat(counts.failed()).isEqualTo(1);
            assertThat(counts.moved()).isGreaterThanOrEqualTo(all.size() - 1);
        });
        administrators.work.round();
        assertThat(administrators.progress.of(set).orElseThrow().failed())
                .as("nobody twice")
                .isEqualTo(1);

        office.as("saeki").does(assessing.get(0), "assess", Answers.assessment());
        assertThat(steps(assessing.get(0))).containsExactly("assessHousehold");
        assertThat(office.as("nishina").due(assessing.get(0), "assessHousehold"))
                .as("seven working days")
                .isEqualTo(LocalDate.parse("2026-10-19"));
        office.as("nishina").does(assessing.get(0), "assessHousehold", Answers.of("householdView", "支出が多い。"));
        assertThat(steps(assessing.get(0))).containsExactly("screen");
        office.as("saeki").does(failing, "assess", Answers.assessment());
        assertThat(steps(failing)).as("goes on as it began").containsExactly("screen");
        assertThat(reader.read(begun).isIn(set)).isTrue();

        office.as("saeki").does(assessing.get(1), "assess", Answers.assessment());
        administrators.rollback.rollBack(draft, "様式に誤りがあった", HIRAI);
        administrators.work.round();
        int back = administrators.sets.current();
        assertThat(before.state(back, assessing.get(1)))
                .as("in a step that the former diagram does not have")
                .isEqualTo("STAYED");
        assertThat(reader.read(assessing.get(1)).isIn(set)).isTrue();
        assertThat(administrators.progress.left(back))
                .anySatisfy(left -> assertThat(left.reason()).contains("家計アセスメント"));
        assertThat(reader.read(screening.get(0)).tasks())
                .isEqualTo(before.of(screening.get(0)).tasks());
        assertThat(reader.read(screening.get(0)).isIn(back)).isTrue();
        assertThat(reader.read(screening.get(0)).instances().get(0).definition())
                .isEqualTo(before.of(screening.get(0)).instances().get(0).definition());
        String after = people.atAssessment("新規 二");
        office.as("saeki").does(after, "assess", Answers.assessment());
        assertThat(steps(after)).containsExactly("screen");
        assertThat(acts.of(draft).stream().map(Act::kind))
                .containsExactly(Act.Kind.PROPOSED, Act.Kind.APPROVED, Act.Kind.PUBLISHED, Act.Kind.ROLLED_BACK);
    }

    /** The database itself fails whoever touches this case. */
    private void refuseToMove(String number) {
        database.sql("create or replace function refuse_move() returns trigger language plpgsql as "
                        + "$$ begin raise exception 'not this one'; end $$")
                .update();
        String instance = reader.read(number).instances().get(0).id();
        database.sql("create trigger refuse_move before update on act_ru_execution for each row "
                        + "when (new.proc_inst_id_ = '" + instance + "') execute function refuse_move()")
                .update();
    }

    private static List<String> of(List<Effect> effects, EffectClass as) {
        return effects.stream()
                .filter(effect -> effect.as() == as)
                .flatMap(effect -> effect.cases().stream())
                .toList();
    }

    /** A step that has gone: only who stands there needs somewhere to go, and goes back to where it came from. */
    @Test
    @Order(1)
    void aCaseInAStepThatHasGoneGoesWhereSomebodySays() {
        administrators.publish(householdDraft(), rule(TransitionRule.STAY));
        String household = people.assessed("対応 一");
        String elsewhere = people.received("対応 二");
        CaseSnapshot then = reader.read(household);
        assertThat(then.tasks()).extracting(Task::step).containsExactly("assessHousehold");
        int draft = administrators.draft(
                "家計アセスメントの作り直し",
                Map.of(
                        HouseholdStep.MAIN,
                        anew(
                                HouseholdStep.MAIN,
                                "\"assessHousehold\" name",
                                ">assessHousehold<",
                                "Ref=\"assessHousehold\" />",
                                "sourceRef=\"assessHousehold\"",
                                "bpmnElement=\"assessHousehold\""),
                        HouseholdStep.TARGETS,
                        anew(HouseholdStep.TARGETS, "\"assessHousehold\"")));
        administrators.proposals.plan(draft, rule(TransitionRule.MOVE), TEZUKA);
        assertThat(trial.look(draft, "tezuka"))
                .anySatisfy(effect -> {
                    assertThat(effect.as()).isEqualTo(EffectClass.MAPPING);
                    assertThat(effect.cases()).contains(household);
                    assertThat(effect.gone()).containsExactly(MAIN + "/assessHousehold");
                })
                .anySatisfy(effect -> {
                    assertThat(effect.as()).isEqualTo(EffectClass.MOVES);
                    assertThat(effect.cases()).contains(elsewhere);
                });
        Transition mapped = new Transition(
                TransitionRule.MOVE, Set.of(), new TreeMap<>(Map.of(MAIN + "/assessHousehold", "assessHouseholdAnew")));
        administrators.proposals.plan(draft, mapped, TEZUKA);
        assertThat(of(trial.look(draft, "tezuka"), EffectClass.MAPPING)).isEmpty();

        int set = administrators.publish(draft, mapped);
        assertThat(before.state(set, household)).isEqualTo("MOVED");
        Task task = reader.read(household).tasks().get(0);
        assertThat(task.step()).isEqualTo("assessHouseholdAnew");
        assertThat(task.id()).isEqualTo(then.tasks().get(0).id());
        assertThat(task.due()).isEqualTo(then.tasks().get(0).due());
        assertThat(database.sql("select step from task_deadline where task_id = ?")
                        .param(task.id())
                        .query(String.class)
                        .single())
                .isEqualTo("assessHouseholdAnew");
        administrators.rollback.rollBack(draft, "やはり元のまま", TEZUKA);
        administrators.work.round();
        assertThat(reader.read(household).tasks()).isEqualTo(then.tasks());
        assertThat(reader.read(household).places())
                .containsExactly(new Place(then.instances().get(0).id(), "assessHousehold"));
    }

    /** The file that is in force, with the step under another id. */
    private byte[] anew(String file, String... places) {
        String text = HouseholdStep.text(administrators.present(), file);
        for (String place : places) {
            text = HouseholdStep.replaced(text, place, place.replace("assessHousehold", "assessHouseholdAnew"));
        }
        return HouseholdStep.bytes(text);
    }

    @Test
    @Order(1)
    void whatIsOnlyDrawnAnewOrIsOnlyAFormMakesNoVersionOfTheDiagram() {
        String number = people.received("配置 一");
        String definition = reader.read(number).instances().get(0).definition();
        String moved = HouseholdStep.replaced(
                HouseholdStep.text(administrators.present(), HouseholdStep.MAIN),
                "<dc:Bounds x=\"2320\" y=\"490\" width=\"130\" height=\"80\" />",
                "<dc:Bounds x=\"2321\" y=\"491\" width=\"130\" height=\"80\" />");
        String form = HouseholdStep.replaced(
                HouseholdStep.text(administrators.present(), "forms/07-screen.form"),
                "\"label\": \"",
                "\"label\": \"改 ");
        long versions = versions();
        int draft = administrators.draft(
                "配置の見直し",
                Map.of(
                        HouseholdStep.MAIN,
                        HouseholdStep.bytes(moved),
                        "forms/07-screen.form",
                        HouseholdStep.bytes(form)));
        int set = administrators.publish(draft, rule(TransitionRule.MOVE));

        assertThat(versions()).isEqualTo(versions);
        assertThat(diagrams.xml(definition)).contains("x=\"2321\" y=\"491\"");
        assertThat(HouseholdStep.text(administrators.archive.files(set), HouseholdStep.MAIN))
                .isEqualTo(moved);
        assertThat(reader.read(number).isIn(set)).as("screening is still ahead").isTrue();
        assertThat(reader.read(number).instances().get(0).definition()).isEqualTo(definition);
        administrators.rollback.rollBack(draft, "見にくい", HIRAI);
        assertThat(diagrams.xml(definition)).doesNotContain("x=\"2321\" y=\"491\"");
    }

    private long versions() {
        return database.sql("select count(*) from act_re_procdef")
                .query(Long.class)
                .single();
    }

    /** 経過措置: only who stands in a chosen step moves; the others are promised to end as they began, also when the next change moves all. */
    @Test
    @Order(1)
    void whoIsPromisedToStayStays() {
        String assessing = people.atAssessment("経過 一");
        String screening = people.assessed("経過 二");
        int draft = householdDraft();
        Transition some = new Transition(TransitionRule.MOVE_FROM, Set.of(MAIN + "/assess"), new TreeMap<>());
        int set = administrators.publish(draft, some);
        assertThat(before.state(set, assessing)).isEqualTo("MOVED");
        assertThat(before.state(set, screening)).isEqualTo("STAYED");

        String form = HouseholdStep.replaced(
                HouseholdStep.text(administrators.present(), "forms/07-screen.form"),
                "\"label\": \"",
                "\"label\": \"改 ");
        int next = administrators.draft("様式の改正", Map.of("forms/07-screen.form", HouseholdStep.bytes(form)));
        int after = administrators.publish(next, rule(TransitionRule.MOVE));
        assertThat(before.state(after, assessing)).isEqualTo("MOVED");
        assertThat(before.state(after, screening)).isEqualTo("STAYED");
        administrators.rollback.rollBack(next, "もどす", HIRAI);
        administrators.work.round();
        administrators.rollback.rollBack(draft, "こちらももどす", HIRAI);
        administrators.work.round();
        assertThat(reader.read(assessing).isIn(administrators.sets.current())).isTrue();
        assertThat(reader.read(assessing).instances().get(0).definition())
                .isEqualTo(reader.read(screening).instances().get(0).definition());
    }

    /** Cases begin, go on and move at the same time: whatever is read together belongs together. */
    @Test
    @Order(1)
    void nobodySeesAMixture() {
        List<String> open = reception.many(10);
        int draft = householdDraft();
        administrators.agree(draft, rule(TransitionRule.MOVE), Office.today());
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> people = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!over.get() && begun.size() < 60) {
                        begun.add(reception.one());
                    }
                }))
                .toList();
        List<CompletableFuture<Void>> nodes;
        try {
            await().until(() -> begun.size() > 2);
            nodes = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        administrators.publisher.look();
                        administrators.work.round();
                    }))
                    .toList();
            CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();
        } finally {
            over.set(true);
        }
        CompletableFuture.allOf(people.toArray(CompletableFuture[]::new)).join();
        administrators.work.round();
        int set = administrators.sets.current();
        Map<String, String> definitions = cases.definitions(set);
        open.forEach(
                number -> assertThat(reader.read(number).isIn(set)).as(number).isTrue());
        begun.forEach(number -> reader.read(number).instances().forEach(one -> {
            assertThat(one.set()).as(number).isEqualTo(set);
            assertThat(one.definition()).as(number).isEqualTo(definitions.get(one.process()));
        }));
        assertThat(database.sql("select count(*) from procedure_move where set_id = ?")
                        .param(set)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
