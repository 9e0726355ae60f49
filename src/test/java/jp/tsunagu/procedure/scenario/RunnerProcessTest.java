package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.scenario.ScenarioResult.Parting;
import org.junit.jupiter.api.Test;

/** Scenarios in a JVM of their own: green on the procedure as it ships, and red at the right step where it was broken. */
class RunnerProcessTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<KeptScenario> PACKAGED = new PackagedScenarios().all();

    private final ProcedureFiles shipped = PackagedForms.procedure();

    private static RunnerProcess runner(Duration longest) {
        return new RunnerProcess("minato", longest, 384);
    }

    private static ProcedureFiles edited(ProcedureFiles files, String name, String from, String to) {
        String text = new String(files.content(name).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(text).as(name).contains(from);
        return files.with(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allPackagedScenariosAreGreenOnTheProcedureAsItShips() {
        assertThat(PACKAGED).hasSizeGreaterThanOrEqualTo(14);
        List<Integer> seen = new ArrayList<>();
        List<ScenarioResult> results = runner(LONG).run(shipped, PACKAGED, seen::add);
        assertThat(results)
                .extracting(ScenarioResult::id)
                .containsExactlyElementsOf(
                        PACKAGED.stream().map(KeptScenario::id).toList());
        assertThat(results)
                .allSatisfy(result -> assertThat(result.green())
                        .as("%s: %s", result.id(), result.parted())
                        .isTrue());
        assertThat(seen).as("it was told how far it was").isSorted().isNotEmpty();
    }

    /** Each of the edits breaks another story. They are in one procedure: a JVM takes seconds. */
    @Test
    void aBrokenProcedurePartsFromTheStoryAtTheStepItBreaks() {
        String main = "processes/self-reliance-support.bpmn";
        ProcedureFiles broken = edited(
                shipped,
                main,
                "welfareNeed == 'required' || triageResult == 'welfareOffice'",
                "triageResult == 'welfareOffice'");
        broken = edited(broken, "processes/referral.bpmn", "${reportReferralReply}", "${tellNobody}");
        broken = edited(
                broken,
                "processes/plan-decision.bpmn",
                "sourceRef=\"recheckWithPerson\" targetRef=\"recheckJoin\"",
                "sourceRef=\"recheckWithPerson\" targetRef=\"reviseAndResubmit\"");
        broken = edited(
                broken,
                "processes/person-move.bpmn",
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${transferReply == 'received'}",
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${transferReply != 'received'}");
        broken = edited(broken, "forms/07-screen.form", "\"seekConsent\"", "\"askAgain\"");
        broken = edited(
                broken,
                "processes/lost-contact.bpmn",
                "sourceRef=\"suspendCase\" targetRef=\"suspendedWait\"",
                "sourceRef=\"suspendCase\" targetRef=\"suspendCase\"");
        broken = edited(
                broken,
                main,
                "name=\"終結を判断し記録する\" camunda:formRef=\"closeCase\"",
                "name=\"終結を判断し記録する\" camunda:formRef=\"closingOfYesteryear\"");

        Map<String, Parting> parted = runner(LONG).run(broken, PACKAGED, done -> {}).stream()
                .filter(result -> !result.green())
                .collect(Collectors.toMap(ScenarioResult::id, ScenarioResult::parted));

        assertThat(parted.get("c05-no-place-tonight")).satisfies(parting -> {
            assertThat(parting.expected()).contains("welfareOfficeReferral", "始まった");
            assertThat(parting.found()).contains("始まっていません");
            assertThat(parting.step()).isEqualTo(5);
        });
        assertThat(parted.get("referral-refused")).satisfies(parting -> {
            assertThat(parting.found()).contains("「tellNobody」は、例題では分かりません");
            assertThat(parting.said()).contains("confirmReferralReceipt");
            assertThat(parting.elements()).containsExactly("reportReferralReply");
        });
        assertThat(parted.get("c06-rejected-twice")).satisfies(parting -> {
            assertThat(parting.expected()).contains("reviseAndResubmit", "できない");
            assertThat(parting.found()).isEqualTo("断られませんでした。");
            assertThat(parting.elements()).containsExactly("reviseAndResubmit");
            assertThat(parting.file()).isEqualTo("processes/plan-decision.bpmn");
        });
        assertThat(parted.get("moves-away")).satisfies(parting -> {
            assertThat(parting.expected()).contains("confirmTransferReceipt");
            assertThat(parting.found()).contains("closeEarly");
        });
        assertThat(parted.get("consent-comes-later").found()).contains("（screeningResult）: 選択肢から選んでください。");
        assertThat(parted.get("lost-contact")).satisfies(parting -> {
            assertThat(parting.found()).contains("終わりのない繰返し");
            assertThat(parting.elements()).contains("suspendCase");
        });
        assertThat(parted.get("c01-welfare-before-a-long-holiday").found())
                .contains("入力フォーム「closingOfYesteryear」が、この手続一式にありません");
        assertThat(parted)
                .as("what was not touched is green")
                .doesNotContainKeys(
                        "c03-information-only", "c07-plan-without-support-decision", "handover-stands-still");
        assertThat(parted.values())
                .allSatisfy(parting -> assertThat(source(parted, parting)
                                .lines()
                                .skip(parting.line() - 1L)
                                .findFirst())
                        .isPresent());
    }

    private static String source(Map<String, Parting> parted, Parting parting) {
        return PACKAGED.stream()
                .filter(scenario -> parting.equals(parted.get(scenario.id())))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @Test
    void whatTakesTooLongOrTooMuchMemoryIsStopped() {
        assertThat(runner(Duration.ofMillis(100)).run(shipped, PACKAGED, done -> {}))
                .singleElement()
                .satisfies(result -> assertThat(result.parted().found()).contains("制限時間（0秒）を過ぎたので止めました"));
        assertThat(new RunnerProcess("minato", LONG, 12).run(shipped, PACKAGED, done -> {}))
                .singleElement()
                .satisfies(result -> assertThat(result.parted().found()).contains("メモリの上限（12MB）"));
    }

    @Test
    void aProcedureThatCannotRunAtAllIsSaidToBe() {
        ProcedureFiles cut =
                edited(shipped, "processes/referral.bpmn", "targetRef=\"sendReferral\"", "targetRef=\"nowhere\"");
        assertThat(runner(LONG).run(cut, PACKAGED.subList(0, 2), done -> {}))
                .hasSize(2)
                .allSatisfy(result -> {
                    assertThat(result.green()).isFalse();
                    assertThat(result.parted().expected()).isEqualTo("手続一式を動かせる");
                    assertThat(result.parted().found()).contains("nowhere");
                });
    }

    /** Who tries out somebody else's draft runs nothing of it that the engine would not take. */
    @Test
    void aProcedureThatWantsMoreThanItsPartsIsNotTried() {
        ProcedureFiles wicked = edited(
                shipped,
                "processes/referral.bpmn",
                "camunda:delegateExpression=\"${reportReferralReply}\"",
                "camunda:class=\"java.lang.ProcessBuilder\"");
        assertThat(runner(LONG).run(wicked, PACKAGED.subList(0, 1), done -> {}))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.parted().expected()).isEqualTo("手続一式を動かせる");
                    assertThat(result.parted().found()).contains("Javaのクラス（camunda:class）は指定できません");
                });
    }
}
