package jp.tsunagu.procedure.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.compare.Change.Kind;
import jp.tsunagu.procedure.compare.FileComparison.State;
import org.junit.jupiter.api.Test;

/** What an administrator is told, in the words that they read. */
class ComparisonTest {

    private static final String MAIN = "processes/self-reliance-support.bpmn";
    private static final String DECISION = "processes/plan-decision.bpmn";
    private static final String COMPLAINT = "processes/complaint.bpmn";
    private static final String TARGETS = "processes/step-target.dmn";
    private static final String SCREENING = "forms/08-confirm-screening.form";

    private static final ProcedureFiles PACKAGED = PackagedForms.procedure();

    @Test
    void theSameProcedureHasNoDifference() {
        Comparison comparison = Comparison.of(PACKAGED, PackagedForms.procedure());
        assertThat(comparison.files()).hasSameSizeAs(PACKAGED.contents().keySet());
        assertThat(comparison.files()).allMatch(file -> file.state() == State.SAME);
        assertThat(comparison.count()).isZero();
    }

    @Test
    void roleFormAndDateOfAStep() {
        assertThat(told(COMPLAINT, "Groups=\"chief-consultation-supporter\"", "Groups=\"household-supporter\""))
                .containsExactly("「苦情に答える」の担当が 主任相談支援員 から 家計改善支援員 に変わります");
        assertThat(told(COMPLAINT, "formRef=\"answerComplaint\"", "formRef=\"explainDelay\""))
                .containsExactly("「苦情に答える」の入力フォームが 「苦情に答える」 から 「決定の遅れを本人に伝える」 に変わります");
        assertThat(told(COMPLAINT, " camunda:dueDate=\"${deadlines.due(execution)}\"", ""))
                .containsExactly("「苦情に答える」の期限 手順の期限の表のとおり がなくなります");
        assertThat(told(COMPLAINT, "name=\"苦情に答える\"", "name=\"苦情に答え、区に報告する\""))
                .containsExactly("「苦情に答える」の名前が 苦情に答える から 苦情に答え、区に報告する に変わります");
    }

    @Test
    void conditionsAreToldInTheWordsOfTheForms() {
        assertThat(told(COMPLAINT, "complaintAnswer == 'final'", "complaintAnswer == 'interim'"))
                .containsExactly("「最終の回答か」から「回答済み」への矢印「最終」の条件が 『「回答」が「最終の回答」』 から 『「回答」が「途中の回答」』 に変わります");
        assertThat(told(COMPLAINT, " default=\"complaintSplit_answerComplaint\"", ""))
                .singleElement()
                .asString()
                .startsWith("分岐（どれか一つ）「最終の回答か」のどれにも当てはまらないときの矢印 「途中」 がなくなります");
    }

    @Test
    void whatToolsWriteIsToldInJapaneseOrNotAtAll() {
        assertThat(told(COMPLAINT, " camunda:formRefBinding=\"latest\"", "")).isEmpty();
        assertThat(told(COMPLAINT, "camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"P365D\""))
                .containsExactly("手続「苦情への対応」の履歴の保存期間が 3650日 から 365日 に変わります");
        assertThat(told(MAIN, "source=\"caseNumber\" target=\"caseNumber\"", "source=\"caseNumber\" target=\"x\""))
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("source=", "caseNumber:"));
    }

    @Test
    void aTimerAndACalledProcedure() {
        assertThat(told(
                        MAIN,
                        "${deadlines.review(execution, 'consentRetry')}",
                        "${deadlines.review(execution, 'followUpReferral')}"))
                .singleElement()
                .asString()
                .contains("タイマーの日時が ${deadlines.review(execution, 'consentRetry')} から");
        assertThat(told(MAIN, "calledElement=\"planDecision\"", "calledElement=\"employmentSupport\""))
                .singleElement()
                .asString()
                .contains("呼び出す手続が 「プランの確認・決定」 から 「就労支援」 に変わります");
    }

    @Test
    void aStepPutBetweenTwoOthers() {
        ProcedureFiles after = PACKAGED.with(
                COMPLAINT,
                bytes(
                        text(COMPLAINT)
                                .replace(
                                        "<bpmn:flowNodeRef>complaintSplit</bpmn:flowNodeRef>",
                                        "<bpmn:flowNodeRef>complaintSplit</bpmn:flowNodeRef><bpmn:flowNodeRef>askWard</bpmn:flowNodeRef>")
                                .replace(
                                        "sourceRef=\"answerComplaint\" targetRef=\"complaintSplit\" />",
                                        "sourceRef=\"answerComplaint\" targetRef=\"askWard\" />"
                                                + "<bpmn:userTask id=\"askWard\" name=\"区に相談する\" camunda:candidateGroups=\"ward-officer\" />"
                                                + "<bpmn:sequenceFlow id=\"askWard_complaintSplit\" sourceRef=\"askWard\" targetRef=\"complaintSplit\" />")));
        assertThat(sentences(after, COMPLAINT))
                .containsExactlyInAnyOrder(
                        "「苦情に答える」から「最終の回答か」への矢印の行き先が 「最終の回答か」 から 「区に相談する」 に変わります",
                        "手順「区に相談する」が加わります（担当 区 担当、欄 「主任相談支援員」の欄）",
                        "「区に相談する」から「最終の回答か」への矢印が加わります");
        assertThat(sentences(Comparison.of(after, PACKAGED), COMPLAINT)).contains("手順「区に相談する」がなくなります");
    }

    @Test
    void aStepMovedToAnotherLane() {
        String moved = text(DECISION)
                .replace("        <bpmn:flowNodeRef>recheckWithAgencies</bpmn:flowNodeRef>\n", "")
                .replace(
                        "<bpmn:flowNodeRef>checkPlan</bpmn:flowNodeRef>",
                        "<bpmn:flowNodeRef>checkPlan</bpmn:flowNodeRef><bpmn:flowNodeRef>recheckWithAgencies</bpmn:flowNodeRef>");
        FileComparison file = compared(DECISION, moved);
        assertThat(file.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.MOVED);
            assertThat(change.element()).isEqualTo("recheckWithAgencies");
            assertThat(change.sentence()).isEqualTo("「関係機関と再確認する」が 「主任相談支援員」の欄 から 「区 担当」の欄 へ移ります");
        });
    }

    @Test
    void aTableCellByCell() {
        String before = "<outputEntry id=\"stepTargetRule2Output1\">\n          <text>1</text>";
        assertThat(told(TARGETS, before, before.replace("<text>1<", "<text>3<")))
                .containsExactly("「手順の期限」の2行目（「振り分けを決める」）の「目標の日数」が 1 から 3 に変わります");
        assertThat(told(TARGETS, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""))
                .contains("判定表「手順の期限」の行の選び方が 上から最初に当てはまる行 から 当てはまる行は一つだけ に変わります");
        assertThat(told(TARGETS, "label=\"目標の日数\"", "label=\"期限の日数\""))
                .containsExactly("「目標の日数」の見出しが 目標の日数 から 期限の日数 に変わります");
    }

    /** Tools number the rows anew when one is put between; what the others say has not changed. */
    @Test
    void aRowPutBetweenIsOneDifferenceEvenIfAllAreNumberedAnew() {
        String text = text(TARGETS);
        int at = text.indexOf("      <rule id=\"stepTargetRule3\">");
        String row = text.substring(text.indexOf("      <rule id=\"stepTargetRule2\">"), at)
                .replace("decideTriage", "assessHousehold");
        String inserted = text.substring(0, at) + row + text.substring(at);
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String part : inserted.split("(?=<rule id=)")) {
            numbered.append(part.replaceAll("stepTargetRule\\d+", "stepTargetRule" + number++));
        }
        assertThat(compared(TARGETS, numbered.toString()).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Kind.ADDED);
                    assertThat(change.sentence()).startsWith("「手順の期限」の3行目（\"assessHousehold\"）が加わります");
                });
    }

    @Test
    void aFormFieldByField() {
        assertThat(told(SCREENING, "\"label\": \"差し戻す理由\"", "\"label\": \"差戻しの理由\""))
                .containsExactly("「差し戻す理由」の名前が 差し戻す理由 から 差戻しの理由 に変わります");
        assertThat(told(SCREENING, "\"maxLength\": 2000,\n            \"required\": true", "\"maxLength\": 2000"))
                .containsExactly("「差し戻す理由」が必須ではなくなります");
        assertThat(told(SCREENING, "\"label\": \"この結果でよい\"", "\"label\": \"確認した\""))
                .containsExactly("「確認」の選択肢が 「この結果でよい」 から 「確認した」 に変わります");
        assertThat(told(
                        SCREENING,
                        "\"=not(screeningConfirmation = \\\"returned\\\")\"",
                        "\"=screeningConfirmation = null\""))
                .containsExactly("「差し戻す理由」の隠す条件が 『「確認」が「差し戻す」ではない』 から 『「確認」が 未記入』 に変わります");
        assertThat(told(SCREENING, "\"key\": \"screeningConfirmationNote\"", "\"key\": \"returnNote\""))
                .containsExactly("「差し戻す理由」の英字名が screeningConfirmationNote から returnNote に変わります");
    }

    @Test
    void whatCannotBeReadIsToldAndBorne() {
        FileComparison file = compared(COMPLAINT, "<bpmn:definitions");
        assertThat(file.state()).isEqualTo(State.CHANGED);
        assertThat(file.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.sentence()).contains("中身を読めない"));
        for (String junk : List.of(
                "",
                "[]",
                "{\"components\":[1,{},{\"components\":[[]],\"values\":3}]}",
                "<a/>",
                "x\n".repeat(600_000))) {
            for (String name : List.of(COMPLAINT, TARGETS, SCREENING, "processes/new.yaml")) {
                Comparison comparison = Comparison.of(
                        PACKAGED.with("processes/new.yaml", new byte[0]), PACKAGED.with(name, bytes(junk)));
                assertThat(comparison.file(name)).isPresent();
            }
        }
        assertThat(Comparison.of(PACKAGED, PACKAGED.without(COMPLAINT))
                        .file(COMPLAINT)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.REMOVED);
    }

    @Test
    void threeWaysAgainstACommonBase() {
        String text = text(COMPLAINT);
        ProcedureFiles ours = PACKAGED.with(
                COMPLAINT,
                bytes(text.replace("name=\"苦情に答える\"", "name=\"苦情を調べて答える\"").replace("name=\"回答済み\"", "name=\"回答した\"")));
        ProcedureFiles theirs = PACKAGED.with(
                        COMPLAINT,
                        bytes(text.replace("name=\"苦情に答える\"", "name=\"苦情へ回答する\"")
                                .replace("name=\"途中\"", "name=\"途中の回答\"")
                                .replace("name=\"回答済み\"", "name=\"回答した\"")))
                .without(DECISION);
        ThreeWay three =
                ThreeWay.of(PACKAGED, ours.with(DECISION, bytes(text(DECISION).replace("決裁の方法", "決裁のしかた"))), theirs);
        assertThat(three.files()).extracting(ThreeWay.File::file).containsExactly(COMPLAINT, DECISION);
        ThreeWay.File file = three.files().get(0);
        assertThat(file.onlyOurs()).isEmpty();
        assertThat(file.onlyTheirs()).extracting(Change::element).containsExactly("complaintSplit_answerComplaint");
        assertThat(file.both()).extracting(Change::element).containsExactly("complaintAnswered");
        assertThat(file.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.ours().after()).isEqualTo("苦情を調べて答える");
            assertThat(conflict.theirs().after()).isEqualTo("苦情へ回答する");
        });
        assertThat(three.files().get(1).collides()).isTrue();
    }

    @Test
    void twoOrdersThatNobodyCanPutIntoWordsCollide() {
        String form = "forms/01-reception.form";
        JsonNode base = Rewritten.json(PACKAGED.contents().get(form));
        ProcedureFiles ours = PACKAGED.with(form, Rewritten.form(base, new Random(1), true));
        ProcedureFiles theirs = PACKAGED.with(form, Rewritten.form(base, new Random(2), true));

        assertThat(ThreeWay.of(PACKAGED, ours, theirs).files())
                .singleElement()
                .satisfies(file -> assertThat(file.collides()).isTrue());
        assertThat(ThreeWay.of(PACKAGED, ours, ours).files())
                .singleElement()
                .satisfies(file -> assertThat(file.both()).hasSize(1));
    }

    private static List<String> told(String file, String old, String now) {
        String text = text(file);
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        return compared(file, text.substring(0, at) + now + text.substring(at + old.length())).changes().stream()
                .map(Change::sentence)
                .toList();
    }

    private static FileComparison compared(String file, String content) {
        return Comparison.of(PACKAGED, PACKAGED.with(file, bytes(content)))
                .file(file)
                .orElseThrow();
    }

    private static List<String> sentences(ProcedureFiles after, String file) {
        return sentences(Comparison.of(PACKAGED, after), file);
    }

    private static List<String> sentences(Comparison comparison, String file) {
        return comparison.file(file).orElseThrow().changes().stream()
                .map(Change::sentence)
                .toList();
    }

    private static String text(String file) {
        return new String(PACKAGED.content(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyWhatWasMovedIsToldAsMoved() {
        assertThat(Order.moved(List.of("a", "b", "c", "d"), List.of("d", "a", "b", "c")))
                .containsExactly("d");
        assertThat(Order.moved(List.of("a", "b", "c"), List.of("x", "a", "c"))).isEmpty();
        assertThat(Order.moved(List.of("a", "b", "c"), List.of("c", "b", "a"))).hasSize(2);
        assertThat(Aligned.keys(List.of("a", "b", "c"), List.of("a", "x", "c"))).containsExactly("a", "b", "x", "c");
        String row = "      <rule id=\"stepTargetRule2\">";
        String text = text(TARGETS);
        int at = text.indexOf(row);
        int end = text.indexOf("      <rule id=\"stepTargetRule3\">");
        int last = text.indexOf("    </decisionTable>");
        String moved =
                text.substring(0, at) + text.substring(end, last) + text.substring(at, end) + text.substring(last);
        assertThat(compared(TARGETS, moved).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.MOVED);
            assertThat(change.sentence()).isEqualTo("「手順の期限」の2行目（「振り分けを決める」）の順番が 2番目 から 70番目 に変わります");
        });
    }

    /** Lines that differ among tens of thousands are found while somebody waits. */
    @Test
    void aLongTextIsComparedInAMoment() {
        String lines = "行\n".repeat(40_000);
        ProcedureFiles before = PACKAGED.with("processes/scenarios/long.yaml", bytes("初め\n" + lines));
        ProcedureFiles after = PACKAGED.with("processes/scenarios/long.yaml", bytes(lines + "終わり"));
        assertThat(Comparison.of(before, after).changes()).hasSize(2);
    }
}
