package jp.tsunagu.engine;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input at the form door: a clear answer in Japanese, nothing lost, nothing half-done. */
class FormDoorTest extends OfficeStory {

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    private String number;

    @BeforeEach
    void received() {
        office.on("2026-06-01");
        number = office.as("saeki").receives(Answers.named("試野 一馬", "ためしの かずま", "1974-02-03"));
    }

    private Answer triage(Object... changes) {
        return office.as("saeki").tries(number, "decideTriage", with(Answers.triage("continueSupport"), changes));
    }

    private void stillOpen() {
        assertThat(office.as("saeki").steps(number)).contains("decideTriage");
        assertThat(database.sql("select count(*) from form_document d join support_case c on c.id = d.case_id "
                                + "where c.case_number = ? and d.step = 'decideTriage'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void refused(Answer answer, String field, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reasons()).anyMatch(text -> text.startsWith(field + ":") && text.contains(reason));
        stillOpen();
    }

    @Test
    void halfFilled() {
        refused(triage("triageReason", null), "triageReason", "入力してください");
    }

    @Test
    void theNextDateIsRequiredAsLongAsTheCaseGoesOn() {
        refused(triage("nextContactDate", null), "nextContactDate", "入力してください");
        assertThat(triage("triageResult", "informationOnly", "informationGiven", "窓口の案内", "nextContactDate", null)
                        .ok())
                .isTrue();
    }

    @Test
    void blankCountsAsEmpty() {
        refused(triage("triageReason", "　 \n"), "triageReason", "入力してください");
    }

    @Test
    void tooLong() {
        refused(triage("triageReason", "長".repeat(2001)), "triageReason", "2000文字以内");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertThat(triage("triageReason", "𠮷".repeat(2000)).ok()).isTrue();
    }

    @Test
    void wrongType() {
        refused(triage("cashOnHand", "たくさん"), "cashOnHand", "数字で入力してください");
        refused(triage("triageReason", List.of("a")), "triageReason", "文字で入力してください");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "きのう", "20260601", "0226-06-01"})
    void aDateThatDoesNotExist(String date) {
        Answer answer = triage("triageDecidedOn", date);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reasons()).anyMatch(text -> text.startsWith("triageDecidedOn:"));
        stillOpen();
    }

    @Test
    void anActThatHasNotHappenedYet() {
        refused(triage("triageDecidedOn", "2026-06-02"), "", "まだ来ていない日付");
    }

    @Test
    void aChoiceThatIsNotOffered() {
        refused(triage("triageResult", "sendAway"), "triageResult", "選択肢から選んでください");
    }

    @Test
    void aFieldTheFormDoesNotKnow() {
        refused(triage("rank", "admin"), "", "この入力フォームにない項目");
    }

    @Test
    void textThatTheDatabaseCannotHold() {
        refused(triage("triageReason", "a\u0000b"), "triageReason", "使えない文字");
    }

    @Test
    void aScriptInANameIsATextLikeAnyOther() {
        String script = "<script>alert(document.cookie)</script>";
        String other = office.as("saeki").receives(with(Answers.reception(), "name", script));
        String task = office.as("saeki").task(other, "decideTriage").path("id").asText();
        Answer cards = office.logsIn("saeki").call("GET", "/api/task-cards?id=" + task, null);
        assertThat(cards.json().path(task).path("name").asText()).isEqualTo(script);
    }

    @Test
    void tenMegabytes() {
        Answer answer = triage("triageReason", "長".repeat(10_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reasons()).anyMatch(text -> text.contains("大きすぎます"));
        stillOpen();
    }

    @Test
    void overAMillionCharacters() {
        refused(triage("triageReason", "x".repeat(1_000_001)), "", "大きすぎます");
    }

    @Test
    void whatIsNoDocumentAtAll() {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        for (Object value : List.of("{", "[]", "\"text\"", "{\"form\":\"decideTriage\"}")) {
            Answer answer = office.as("saeki")
                    .call(
                            "POST",
                            "/engine-rest/task/" + task + "/submit-form",
                            Map.of("variables", Map.of("formDocument", Map.of("type", "String", "value", value))));
            assertThat(answer.status()).as(value.toString()).isEqualTo(400);
            assertThat(answer.reasons()).anyMatch(text -> text.contains("送信の形が違います"));
        }
        Answer more = office.as("saeki")
                .call(
                        "POST",
                        "/engine-rest/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("triageResult", Map.of("value", "continueSupport"))));
        assertThat(more.reasons()).anyMatch(text -> text.contains("formDocument だけ"));
        stillOpen();
    }

    @Test
    void whatOthersChangedMeanwhileIsTold() {
        triage();
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        office.as("kobayakawa").takes(number, "assessEmployment");
        String hearing = office.as("kobayakawa")
                .task(number, "assessEmployment")
                .path("id")
                .asText();
        ObjectNode openedBefore = office.as("kobayakawa").open(hearing);
        office.as("saeki")
                .does(number, "assess", with(Answers.assessment(), "employmentWished", true, "workHistory", "倉庫で2年"));

        Office.answer(openedBefore, Answers.employmentHearing());
        Answer answer = office.as("kobayakawa").trySend(hearing, openedBefore);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reasons()).anyMatch(text -> text.startsWith("workHistory:") && text.contains("変更されました"));

        ObjectNode opened = office.as("kobayakawa").open(hearing);
        assertThat(opened.path("data").path("workHistory").asText()).isEqualTo("倉庫で2年");
        Office.answer(opened, Answers.employmentHearing());
        assertThat(office.as("kobayakawa").trySend(hearing, opened).ok()).isTrue();
    }

    @Test
    void aFormThatIsNoLongerInForceIsRefused() {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        ObjectNode opened = office.as("saeki").open(task);
        Office.answer(opened, Answers.triage("continueSupport"));
        opened.put("formVersion", opened.path("formVersion").asInt() + 1);
        refused(office.as("saeki").trySend(task, opened), "", "入力フォームが新しくなりました");
    }

    @Test
    void theSameTaskCompletedTwiceAtOnceHappensOnce() throws Exception {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        ObjectNode opened = office.as("saeki").open(task);
        Office.answer(opened, Answers.triage("continueSupport"));
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Future<Answer>> answers = hands.invokeAll(java.util.Collections.<Callable<Answer>>nCopies(
                    4, () -> office.as("saeki").trySend(task, opened)));
            int done = 0;
            for (Future<Answer> future : answers) {
                Answer answer = future.get();
                done += answer.ok() ? 1 : 0;
                if (!answer.ok()) {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.reasons()).anyMatch(text -> text.contains("すでに完了") || text.contains("同時に"));
                }
            }
            assertThat(done).isEqualTo(1);
        } finally {
            hands.shutdownNow();
        }
        assertThat(office.as("saeki").steps(number)).containsExactly("obtainApplicationAndConsent");
        assertThat(database.sql("select count(*) from form_document d join support_case c on c.id = d.case_id "
                                + "where c.case_number = ? and d.step = 'decideTriage'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothingIsAskedTwice() {
        triage();
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        String task = office.as("saeki").task(number, "assess").path("id").asText();
        assertThat(office.as("saeki")
                        .open(task)
                        .path("data")
                        .path("contactRoute")
                        .asText())
                .isEqualTo("selfVisit");
    }

    @Test
    void aHiddenPartIsNeitherAskedNorKept() {
        Answer answer = triage("informationGiven", "見えない欄", "triageResult", "continueSupport");
        assertThat(answer.ok()).isTrue();
        assertThat((String) opened.ask(database -> database.sql(
                                "select data ->> 'informationGiven' from form_document d join support_case c "
                                        + "on c.id = d.case_id where c.case_number = ? and d.step = 'decideTriage'")
                        .param(number)
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single()))
                .isEqualTo("null");
    }

    @Test
    void personalFieldsAreForTheAssigneeOnly() {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        office.as("manabe").call("POST", "/engine-rest/task/" + task + "/assignee", Map.of());
        ObjectNode asCandidate = office.as("aoki").open(task);
        assertThat(asCandidate.path("notice").asText()).contains("まず担当してください");
        assertThat(asCandidate.path("mayTake").asBoolean()).isTrue();
        assertThat(asCandidate.path("data").fieldNames()).toIterable().containsExactly("caseNumber");
        assertThat(office.as("kaji")
                        .call("GET", "/engine-rest/task/" + task + "/form-variables", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotTakeATaskReadsWhoHasIt() {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        ObjectNode asChief = office.as("manabe").open(task);
        assertThat(asChief.path("notice").asText()).contains("佐伯 さんが担当しています").contains("担当を決める");
        assertThat(asChief.path("colleagues").findValuesAsText("id")).containsExactly("aoki");
        assertThat(asChief.path("mayTake").asBoolean()).isFalse();
        assertThat(asChief.path("mayReassign").asBoolean()).isTrue();
        assertThat(office.as("saeki").open(task).path("mayReassign").asBoolean())
                .isFalse();
        assertThat(asChief.path("data").fieldNames()).toIterable().containsExactly("caseNumber");

        office.as("saeki").call("POST", "/engine-rest/task/" + task + "/unclaim", Map.of());
        ObjectNode free = office.as("manabe").open(task);
        assertThat(free.path("notice").asText()).contains("まだ担当者がいません");
        assertThat(free.path("colleagues").findValuesAsText("id")).containsExactly("aoki", "saeki");
        assertThat(office.as("aoki").open(task).path("colleagues")).isEmpty();
        assertThat(free.path("mayTake").asBoolean())
                .as("no member of the group")
                .isFalse();
    }

    @Test
    void aDraftSurvivesTheSessionAndIsGoneOnceTheFormIsSent() {
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        Map<String, Object> half = Map.of(
                "triageReason",
                "書きかけ\u0000",
                "welfareIntent",
                "yes",
                "concernDetail",
                "前の内容",
                "record",
                "a",
                "a\u0000",
                1);
        Answer kept = office.logsIn("saeki").call("PUT", "/api/drafts/task/" + task, half);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().path("welfareNeedAdvice").asText())
                .as("advice follows what is typed")
                .contains("必須");

        Answer later = office.logsIn("saeki").call("GET", "/api/drafts/task/" + task, null);
        assertThat(later.json().path("triageReason").asText()).startsWith("書きかけ");
        assertThat(later.json().fieldNames())
                .toIterable()
                .as("what the form only shows is shown as it is today")
                .containsExactlyInAnyOrder("triageReason", "welfareIntent");
        assertThat(office.logsIn("manabe")
                        .call("GET", "/api/drafts/task/" + task, null)
                        .ok())
                .as("somebody else's draft")
                .isFalse();

        triage();
        assertThat(database.sql("select count(*) from form_draft where subject = ?")
                        .param("task:" + task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDraftOfAReceptionIsKeptPerPerson() {
        office.logsIn("aoki").call("PUT", "/api/drafts/start/reception", Map.of("name", "未送信"));
        assertThat(office.logsIn("aoki")
                        .call("GET", "/api/drafts/start/reception", null)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("未送信");
        assertThat(office.logsIn("saeki")
                        .call("GET", "/api/drafts/start/reception", null)
                        .json())
                .isEmpty();
    }
}
