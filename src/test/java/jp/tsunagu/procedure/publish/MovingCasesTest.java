package jp.tsunagu.procedure.publish;

import static jp.tsunagu.procedure.publish.PublishingOffice.TEZUKA;
import static jp.tsunagu.procedure.publish.Redrawn.DECISION;
import static jp.tsunagu.procedure.publish.Redrawn.MAIN;
import static jp.tsunagu.procedure.publish.Redrawn.timer;
import static jp.tsunagu.story.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.publish.CaseSnapshot.Awaited;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases in awkward states move to another procedure: inside called processes, in parallel, repeated, waiting for days and messages. */
class MovingCasesTest extends OfficeStory {

    private static final String SERVICE = "employmentPreparationSupport";
    private static final Transition MOVE = new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>());

    private PublishingOffice administrators;

    @Autowired
    private EffectTrial trial;

    @Autowired
    private CaseReader reader;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void monday(@Autowired AutowireCapableBeanFactory beans) {
        administrators = beans.createBean(PublishingOffice.class);
        office.clock("2026-10-05T10:00");
    }

    @AfterEach
    void asItWas() {
        administrators.tidyUp();
    }

    private Redrawn redrawn() {
        return new Redrawn(administrators.present());
    }

    private int publish(String title, Redrawn procedure) {
        int draft = administrators.draft(title, procedure.files());
        return publish(draft);
    }

    private int publish(int draft) {
        assertThat(administrators.proposals.findings(draft)).noneMatch(one -> one.severity() == Severity.ERROR);
        return administrators.publish(draft, MOVE);
    }

    private String state(int set, String number) {
        return database.sql("select state || coalesce(' ' || reason, '') from procedure_move_case "
                        + "where set_id = ? and case_number = ?")
                .params(set, number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<String> steps(String number) {
        return reader.read(number).tasks().stream().map(Task::step).toList();
    }

    private String atAssessment(String name) {
        String number = office.as("saeki").receives(Answers.named(name, "ふりがな", "1980-01-01"));
        office.as("saeki")
                .does(number, "decideTriage", Answers.triage("continueSupport"))
                .does(number, "obtainApplicationAndConsent", Answers.application());
        return number;
    }

    private String atScreening(String name) {
        String number = atAssessment(name);
        office.as("saeki").does(number, "assess", Answers.assessment());
        return number;
    }

    private Effect effect(int draft, String number) {
        administrators.proposals.plan(draft, MOVE, TEZUKA);
        return trial.look(draft, "tezuka").stream()
                .filter(one -> one.cases().contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** The plan is rejected, and both re-checks are open. */
    private void reject(String number) {
        office.as("uda").does(number, "checkPlan", Answers.unsuitable());
        office.as("uda").does(number, "writeRejectionReason", Answers.reason("書類が不足しています。"));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("rejected"));
        office.as("manabe").does(number, "acknowledgeRejection", of("rejectionRead", true));
    }

    @Test
    void aCalledProcessIsChangedUnderRunningCalls() {
        String repeated = SubmittedPlan.of(office, "呼出 一");
        int first = publish(
                "関係機関を二度確かめる",
                redrawn()
                        .replace(
                                DECISION,
                                "<bpmn:outgoing>recheckWithAgencies_recheckJoin</bpmn:outgoing>",
                                "<bpmn:outgoing>recheckWithAgencies_recheckJoin</bpmn:outgoing>"
                                        + "<bpmn:multiInstanceLoopCharacteristics>"
                                        + "<bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2</bpmn:loopCardinality>"
                                        + "</bpmn:multiInstanceLoopCharacteristics>"));
        assertThat(state(first, repeated)).isEqualTo("MOVED");
        String checking = SubmittedPlan.of(office, "呼出 二");
        String climbing = SubmittedPlan.of(office, "呼出 三");
        office.as("uda").does(climbing, "checkPlan", Answers.suitable(SERVICE));
        reject(repeated);
        Map<String, Object> agency = of("agencyRechecks", List.of(Answers.recheckedAgency("就労準備センター")));
        office.as("manabe").does(repeated, "recheckWithAgencies", agency);
        assertThat(steps(repeated)).containsExactlyInAnyOrder("recheckWithPerson", "recheckWithAgencies");

        Map<String, CaseSnapshot> before = new TreeMap<>();
        List.of(repeated, checking, climbing).forEach(number -> before.put(number, reader.read(number)));
        int draft = administrators.draft(
                "書類を確かめる",
                redrawn()
                        .step(DECISION, "checkPlan_checkSplit", "confirmPapers", "書類を確かめる", "ward-officer")
                        .files());
        before.keySet()
                .forEach(number ->
                        assertThat(effect(draft, number).as()).as(number).isEqualTo(EffectClass.MOVES));
        int set = publish(draft);

        before.forEach((number, then) -> {
            assertThat(state(set, number)).as(number).isEqualTo("MOVED");
            CaseSnapshot now = reader.read(number);
            assertThat(now.tasks()).isEqualTo(then.tasks());
            assertThat(now.timers()).isEqualTo(then.timers());
            assertThat(now.places()).isEqualTo(then.places());
            assertThat(now.instances())
                    .extracting(Instance::calledBy)
                    .containsExactlyElementsOf(
                            then.instances().stream().map(Instance::calledBy).toList());
            assertThat(database.sql(
                                    "select super_process_instance_id_ from act_hi_procinst "
                                            + "where business_key_ = ? and proc_def_key_ = 'planDecision' and end_time_ is null")
                            .param(number)
                            .query(String.class)
                            .list())
                    .containsExactly(now.instances().get(0).id());
            assertThat(database.sql("select count(*) from act_hi_taskinst h join act_ru_task t on t.id_ = h.id_ "
                                    + "join act_ru_execution e on e.id_ = t.proc_inst_id_ "
                                    + "where e.business_key_ = ? and h.proc_def_id_ <> t.proc_def_id_")
                            .param(number)
                            .query(Long.class)
                            .single())
                    .isZero();
        });

        office.as("uda").does(checking, "checkPlan", Answers.suitable(SERVICE));
        assertThat(steps(checking)).containsExactly("confirmPapers");
        office.as("uda").does(checking, "confirmPapers", of("seen", "そろっている。"));
        office.as("otsuki").does(checking, "approveAsSubsectionChief", Answers.approval());
        office.as("otsuki").does(climbing, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(checking, "decidePlan", Answers.decision("decided"));
        office.as("kaji").does(climbing, "decidePlan", Answers.decision("decided"));
        assertThat(steps(checking)).contains("deliverPlan");
        assertThat(steps(climbing)).contains("deliverPlan");

        office.as("manabe").does(repeated, "recheckWithAgencies", agency);
        assertThat(steps(repeated)).containsExactly("recheckWithPerson");
        office.as("manabe")
                .does(
                        repeated,
                        "recheckWithPerson",
                        of("personRecheckResult", "変わらない", "record", Answers.record("homeVisit")));
        assertThat(steps(repeated)).containsExactly("reviseAndResubmit");
        office.as("manabe")
                .does(
                        repeated,
                        "reviseAndResubmit",
                        of(
                                "rejectionOutcome",
                                "resubmitUnchanged",
                                "revisionSummary",
                                "追加した",
                                "unchangedAttested",
                                true));
        office.as("uda").does(repeated, "checkPlan", Answers.suitable(SERVICE));
        assertThat(steps(repeated)).containsExactly("confirmPapers");
    }

    /** A reminder that is under way keeps its next day and goes on from it in the new rhythm; what waits for a message waits for the new one. */
    @Test
    void remindersAndMessagesOfAStepChange() {
        publish(
                "催促を加える",
                redrawn()
                        .message(MAIN, "papersCame")
                        .beside(MAIN, "screen", "screenReminder", timer("timeCycle", "R4/P7D"))
                        .beside(MAIN, "screen", "screenLate", timer("timeDuration", "P20D"))
                        .beside(
                                MAIN,
                                "screen",
                                "screenPapers",
                                "<bpmn:messageEventDefinition messageRef=\"papersCameMessage\" />"));
        String number = atScreening("催促 一");
        office.at("2026-10-12T10:01");
        assertThat(fired(number)).hasSize(1);
        CaseSnapshot before = reader.read(number);
        assertThat(due(number, "screenReminder")).isEqualTo("2026-10-19");

        office.clock("2026-10-13T15:00");
        int draft = administrators.draft(
                "催促を早める",
                redrawn()
                        .replace(MAIN, "R4/P7D", "R5/P3D")
                        .replace(MAIN, "P20D", "P2D")
                        .replace(MAIN, "name=\"papersCame\"", "name=\"papersArrived\"")
                        .files());
        assertThat(effect(draft, number)).extracting(Effect::as).isEqualTo(EffectClass.MOVES);
        int set = publish(draft);
        assertThat(state(set, number)).isEqualTo("MOVED");
        CaseSnapshot now = reader.read(number);
        assertThat(now.tasks()).isEqualTo(before.tasks());
        assertThat(now.timers())
                .extracting(Timer::due)
                .isEqualTo(before.timers().stream().map(Timer::due).toList());
        assertThat(now.awaited())
                .extracting(Awaited::name)
                .contains("papersArrived")
                .doesNotContain("papersCame");

        office.at("2026-10-19T10:05");
        assertThat(fired(number)).hasSize(2);
        assertThat(due(number, "screenReminder")).as("in the new rhythm").isEqualTo("2026-10-22");
        office.at("2026-10-22T10:06");
        assertThat(fired(number)).hasSize(3);
        office.as("saeki").does(number, "screen", Answers.screening("plan"));
        assertThat(steps(number)).containsExactly("confirmScreening");
    }

    private List<OffsetDateTime> fired(String number) {
        return database.sql(
                        "select a.start_time_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_ "
                                + "where p.business_key_ = ? and a.act_id_ = 'screenReminder' order by 1")
                .param(number)
                .query((row, at) -> row.getTimestamp(1).toInstant().atOffset(java.time.ZoneOffset.UTC))
                .list();
    }

    private String due(String number, String at) {
        return reader.read(number).timers().stream()
                .filter(timer -> at.equals(timer.at()))
                .map(timer -> timer.due().toLocalDate().toString())
                .reduce((one, other) -> one + " and " + other)
                .orElse("never");
    }
}
