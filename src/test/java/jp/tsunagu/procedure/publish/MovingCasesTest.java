package jp.tsunagu.procedure.publish;

import static jp.tsunagu.procedure.publish.PublishingOffice.TEZUKA;
import static jp.tsunagu.procedure.publish.Redrawn.DECISION;
import static jp.tsunagu.procedure.publish.Redrawn.MAIN;
import static jp.tsunagu.procedure.publish.Redrawn.timer;
import static jp.tsunagu.story.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.publish.CaseSnapshot.Awaited;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.SubmittedPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases in awkward states move to another procedure: inside called processes, in parallel, repeated, waiting for days and messages. */
@Tag("publishing")
class MovingCasesTest extends PublishingStory {

    private static final String SERVICE = "employmentPreparationSupport";
    private static final Transition MOVE = new Transition(TransitionRule.MOVE, Set.of(), new TreeMap<>());

    @Autowired
    private EffectTrial trial;

    @Autowired
    private CaseReader reader;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

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

        int once = administrators.draft(
                "一度だけ確かめる",
                redrawn()
                        .replaceFirst(
                                DECISION,
                                "<bpmn:multiInstanceLoopCharacteristics>.*</bpmn:multiInstanceLoopCharacteristics>",
                                "")
                        .files());
        assertThat(effect(once, repeated))
                .satisfies(effect -> assertThat(effect.as()).isEqualTo(EffectClass.MAPPING))
                .satisfies(effect -> assertThat(effect.gone()).containsExactly("planDecision/recheckWithAgencies"));

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
                        .beside(MAIN, "screen", "screenOnce", timer("timeDuration", "P3D"))
                        .beside(
                                MAIN,
                                "screen",
                                "screenPapers",
                                "<bpmn:messageEventDefinition messageRef=\"papersCameMessage\" />"));
        String number = people.assessed("催促 一");
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

    /** Only a case that came back from the chief knows what the new name of the step asks for; the state of both is the same. */
    @Test
    void aCaseThatDiffersUnseenIsListedAndMovesLater() {
        String returned = people.assessed("見えない 一");
        office.as("saeki").does(returned, "screen", Answers.screening("plan"));
        office.as("manabe")
                .does(
                        returned,
                        "confirmScreening",
                        Answers.with(
                                Answers.confirmation(),
                                "screeningConfirmation",
                                "returned",
                                "screeningConfirmationNote",
                                "家計をもう一度聞いてください。"));
        String fresh = people.assessed("見えない 二");
        String elsewhere = people.atAssessment("見えない 三");
        assertThat(steps(returned)).isEqualTo(steps(fresh));
        CaseSnapshot before = reader.read(fresh);
        int draft = administrators.draft(
                "名前に結果を入れる",
                redrawn()
                        .replace(MAIN, "name=\"スクリーニングをする\"", "name=\"スクリーニングをする（前回：${screeningResult}）\"")
                        .files());
        assertThat(effect(draft, fresh)).as("one stands for both").isEqualTo(effect(draft, returned));
        int set = publish(draft);
        assertThat(state(set, returned)).isEqualTo("MOVED");
        assertThat(state(set, elsewhere)).isEqualTo("MOVED");
        assertThat(state(set, fresh)).startsWith("FAILED");
        assertThat(reader.read(fresh)).isEqualTo(before);
        assertThat(administrators.progress.left(set))
                .filteredOn(left -> left.state().equals("FAILED"))
                .extracting(MigrationProgress.Left::caseNumber)
                .contains(fresh)
                .doesNotContain(returned, elsewhere);

        office.as("saeki").does(fresh, "screen", Answers.screening("plan"));
        String page = "/procedures/drafts/" + draft + "/publication";
        assertThat(office.logsIn("tezuka").posts(page, Map.of("act", "again")).text())
                .contains("もう一度移しています");
        administrators.work.round();
        assertThat(state(set, fresh)).isEqualTo("MOVED");
    }

    /** It is the first that the trial takes: what the engine refuses there is said, and the others are tried all the same. */
    @Test
    void aTrialSaysWhatTheEngineRefusesAndWhoIsHeld() {
        String fresh = people.assessed("拒否 一");
        String elsewhere = people.atAssessment("拒否 二");
        int draft = administrators.draft(
                "名前に結果を入れる",
                redrawn()
                        .replace(MAIN, "name=\"スクリーニングをする\"", "name=\"スクリーニングをする（前回：${screeningResult}）\"")
                        .files());
        assertThat(effect(draft, fresh))
                .satisfies(effect -> assertThat(effect.as()).isEqualTo(EffectClass.OLD))
                .satisfies(effect -> assertThat(effect.reason()).contains("エンジンが受け付けませんでした"));
        Effect moving = effect(draft, elsewhere);
        assertThat(moving.as()).isEqualTo(EffectClass.MOVES);
        transactions.executeWithoutResult(status -> {
            // one case stands for all in its state: any of them may be the one that is tried
            database.sql("""
                            select 1 from act_ru_execution e join act_ru_execution root on root.id_ = e.proc_inst_id_
                            where root.business_key_ in (:numbers) for update of e""")
                    .param("numbers", moving.cases())
                    .query(Integer.class)
                    .list();
            assertThat(effect(draft, elsewhere).as())
                    .as("a timer of the case is at work")
                    .isEqualTo(EffectClass.BUSY);
        });
    }

    /** In the interrupting event sub-process only what lies in it, and what can happen at any time, is ahead. */
    @Test
    void aCaseThatIsPastTheChangeIsNotTouched() {
        String closed = people.atAssessment("影響 一");
        String today = Office.today().toString();
        report(
                closed,
                "applicationWithdrawn",
                of(
                        "applicationWithdrawnOn",
                        today,
                        "withdrawalManner",
                        "oral",
                        "applicationWithdrawalNote",
                        "もう大丈夫とのこと。"));
        office.as("saeki")
                .does(
                        closed,
                        "confirmWithdrawal",
                        of(
                                "withdrawalConfirmed",
                                true,
                                "withdrawalTalkOn",
                                today,
                                "withdrawalTalkHow",
                                "phone",
                                "reentryExplained",
                                true,
                                "withdrawalNote",
                                "話を聞いた。"));
        office.as("manabe")
                .does(
                        closed,
                        "closeEarly",
                        Answers.with(
                                Answers.closing("declined", true, 1, 3),
                                "closingConfirmed",
                                true,
                                "closingNote",
                                "経過のとおり。"));
        String ahead = people.atAssessment("影響 二");
        List<String> rows = rows(closed);
        assertThat(rows).hasSizeGreaterThan(5);
        int draft = administrators.draft("家計アセスメント", HouseholdStep.in(administrators.present()));
        assertThat(effect(draft, closed).as()).isEqualTo(EffectClass.UNAFFECTED);
        int set = publish(draft);
        assertThat(state(set, closed)).startsWith("STAYED");
        assertThat(rows(closed)).as("not one row written").isEqualTo(rows);
        assertThat(state(set, ahead)).isEqualTo("MOVED");

        CaseSnapshot before = reader.read(closed);
        int next = publish(
                "終結後のフォロー",
                redrawn()
                        .replace(
                                MAIN,
                                "id=\"followUpAfterClosing\" name=\"フォローアップをする\"",
                                "id=\"followUpAfterClosing\" name=\"終結後の様子を聞く\""));
        assertThat(state(next, closed)).as("inside the event sub-process").isEqualTo("MOVED");
        assertThat(reader.read(closed).timers()).isEqualTo(before.timers());
        assertThat(reader.read(closed).places()).isEqualTo(before.places());
        assertThat(reader.read(closed).awaited()).isEqualTo(before.awaited());
        office.on(before.timers().get(0).due().plusDays(1).toLocalDate().toString());
        assertThat(office.as("saeki")
                        .task(closed, "followUpAfterClosing")
                        .path("name")
                        .asText())
                .isEqualTo("終結後の様子を聞く");
    }

    private void report(String number, String event, Map<String, Object> answers) {
        office.as("saeki").reports(number, event, answers);
    }

    private List<String> rows(String number) {
        return database.sql("""
                        select 'e' || e::text from act_ru_execution e where e.proc_inst_id_ in (:all)
                        union all select 'v' || v::text from act_ru_variable v where v.proc_inst_id_ in (:all)
                        union all select 't' || t::text from act_ru_task t where t.proc_inst_id_ in (:all)
                        union all select 'j' || j::text from act_ru_job j where j.process_instance_id_ in (:all)
                        union all select 's' || s::text from act_ru_event_subscr s where s.proc_inst_id_ in (:all)
                        union all select 'c' || c::text from support_case c where c.case_number = :number order by 1""")
                .param(
                        "all",
                        reader.read(number).instances().stream()
                                .map(Instance::id)
                                .toList())
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** Drafts that began on the procedure before: asked for, waiting for approval, and waiting for their day. */
    @Test
    void nothingThatCameIntoForceMeanwhileIsUndone() {
        String title = "name=\"スクリーニングをする\"";
        int early = renamed("一", title);
        int proposed = renamed("二", title);
        int approved = renamed("三", title);
        LocalDate tomorrow = Office.today().plusDays(1);
        administrators.proposals.plan(proposed, MOVE, TEZUKA);
        administrators.proposals.propose(proposed, tomorrow, administrators.reasons(proposed), TEZUKA);
        administrators.agree(approved, MOVE, tomorrow);
        int set = publish("アセスメントの名前", redrawn().replace(MAIN, "name=\"アセスメントをする\"", "name=\"聞き取りをする\""));

        assertThatThrownBy(
                        () -> administrators.proposals.propose(early, tomorrow, administrators.reasons(early), TEZUKA))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining(MAIN);
        assertThatThrownBy(() -> administrators.proposals.approve(proposed, PublishingOffice.HIRAI))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining(MAIN);
        office.clock(tomorrow + "T00:05");
        administrators.publisher.look();
        assertThat(administrators.sets.current()).isEqualTo(set);
        assertThat(administrators.drafts.draft(approved).state()).isEqualTo(Draft.State.EDITING);
        assertThat(HouseholdStep.text(administrators.present(), MAIN))
                .contains("聞き取りをする")
                .doesNotContain("スクリーニング三");
        String page = office.logsIn("tezuka")
                .opens("/procedures/drafts/" + approved + "/publication")
                .text();
        assertThat(page).contains("ほかの改定が、先に同じファイルを変えました").contains("三つを比べる");
        java.util.regex.Matcher link = java.util.regex.Pattern.compile("href=\"(/procedures/compare\\?base=[^\"]+)\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(office.logsIn("tezuka")
                        .opens(link.group(1).replace("&amp;", "&"))
                        .text())
                .contains("聞き取りをする")
                .contains("スクリーニング三");
    }

    private int renamed(String as, String title) {
        return administrators.draft(
                "名前 " + as,
                redrawn().replace(MAIN, title, title.replace("をする", as)).files());
    }
}
