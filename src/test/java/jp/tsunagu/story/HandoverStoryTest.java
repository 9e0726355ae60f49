package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Office.Answer;
import org.junit.jupiter.api.Test;

/** C01 保護が必要: on the Friday before a long holiday nobody is lost on the way to the welfare office (要領 第9条第5号). */
class HandoverStoryTest extends OfficeStory {

    private static final String HAND_OVER = "handOverToWelfareOffice";
    private static final String RECEIPT = "confirmReceipt";
    private static final String PURSUE = "pursueHandover";
    private static final String INSTRUCT = "instructHandover";
    private static final String ARRANGE = "arrangeEmergencySupport";
    private static final String AFTER_THE_HOLIDAYS = "2026-09-24";

    private String number;

    @Test
    void receivedBeforeClosing() {
        arrives(true);
        Answer sentAway = office.as("saeki")
                .tries(number, "decideTriage", with(triage("informationOnly"), "informationGiven", "案内"));
        refused(sentAway, "triageResult");
        office.as("saeki").does(number, "decideTriage", triage("welfareOffice"));
        assertThat(dueAt("saeki", HAND_OVER)).startsWith("2026-09-18T16:40");

        office.at("2026-09-18T16:44");
        sees("manabe", PURSUE, false);
        office.at("2026-09-18T16:45");
        sees("manabe", PURSUE, true);
        assertThat(dueAt("manabe", PURSUE)).startsWith("2026-09-18T17:15");

        office.as("saeki").does(number, HAND_OVER, Answers.handover());
        assertThat(dueAt("yuasa", RECEIPT)).startsWith("2026-09-18T16:40");
        office.at("2026-09-18T16:53");
        refused(
                office.as("yuasa").tries(number, RECEIPT, with(Answers.receipt("2026-09-18T16:52"), "receivedBy", "")),
                "rec");
        Map<String, Object> timeless = Answers.receipt("2026-09-18T16:52");
        timeless.remove("receivedAt");
        refused(office.as("yuasa").tries(number, RECEIPT, timeless), "receivedAt");
        sees("manabe", "closeCase", false);
        office.as("yuasa").does(number, RECEIPT, Answers.receipt("2026-09-18T16:52"));

        sees("manabe", PURSUE, false);
        office.at("2026-09-18T17:20");
        sees("kaji", INSTRUCT, false);
        assertThat(dueAt("saeki", "recordWelfareOutcome")).startsWith("2026-10-02");
        assertThat(shown("saeki", "recordWelfareOutcome")
                        .path("welfareDecisionLimits")
                        .asText())
                .contains("10月2日", "10月18日（日）", "10月16日（金）");

        helpedUntil(AFTER_THE_HOLIDAYS);
        office.on(AFTER_THE_HOLIDAYS);
        office.as("saeki")
                .does(
                        number,
                        "checkEmergencyResult",
                        of(
                                "emergencyResolved",
                                true,
                                "emergencyResultNote",
                                "保護の申請へ",
                                "emergencyCheckedOn",
                                AFTER_THE_HOLIDAYS));
        office.on("2026-10-02");
        office.as("saeki").does(number, "recordWelfareOutcome", outcome("started"));
        office.as("manabe").does(number, "closeCase", Answers.closing("welfareStarted", false));
        assertThat(office.as("manabe").steps(number)).isEmpty();
    }

    @Test
    void notReceivedBeforeClosing() {
        arrives(true);
        office.as("saeki").does(number, "decideTriage", triage("welfareOffice"));
        office.as("saeki").does(number, HAND_OVER, Answers.handover());
        office.at("2026-09-18T16:45");

        refused(office.as("manabe").tries(number, PURSUE, pursuit("2026-09-18", "arranged")), "untilNextOpenDay");
        helpedUntil(AFTER_THE_HOLIDAYS);
        refused(office.as("manabe").tries(number, PURSUE, pursuit("2026-09-17", "arranged")), "record.nextDate");
        office.as("manabe").does(number, PURSUE, pursuit("2026-09-18", "arranged"));
        sees("manabe", PURSUE, false);

        // at closing time the promise is broken: 主任 again, and 課長; on that day, not six days later
        office.at("2026-09-18T17:15");
        sees("manabe", PURSUE, true);
        sees("kaji", INSTRUCT, true);
        JsonNode form = shown("kaji", INSTRUCT);
        assertThat(form.path("handoverState").asText()).contains(number, "港福祉事務所", "9月18日");
        assertThat(form.path("handoverActs").toString()).contains("主任が動かした：電話した");
        office.as("kaji")
                .does(
                        number,
                        INSTRUCT,
                        of(
                                "stoppedHandoverRead",
                                true,
                                "handoverInstruction",
                                "所長へ連絡する。",
                                "handoverInstructedOn",
                                "2026-09-18"));
        assertThat(shown("manabe", PURSUE).path("handoverInstruction").asText()).isEqualTo("所長へ連絡する。");
        office.as("manabe").does(number, PURSUE, pursuit(AFTER_THE_HOLIDAYS, "arranged"));

        office.on(AFTER_THE_HOLIDAYS);
        sees("manabe", PURSUE, false);
        office.at(AFTER_THE_HOLIDAYS + "T17:15");
        sees("manabe", PURSUE, true);
        sees("kaji", INSTRUCT, false);
        office.as("saeki").does(number, RECEIPT, Answers.receipt(AFTER_THE_HOLIDAYS + "T17:00"));
        sees("manabe", PURSUE, false);

        office.on("2026-10-02");
        office.as("saeki").does(number, "recordWelfareOutcome", outcome("rejected"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        sees("saeki", "assess", true);
    }

    /** Who can wait for tomorrow is counted in working days; support may run beside, closing may not. */
    @Test
    void withoutHasteInWorkingDays() {
        office.on("2026-09-17");
        number = office.as("saeki").receives(Answers.named("待田 光", "まちだ ひかる", "1974-02-03"));
        office.as("saeki")
                .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
        assertThat(dueAt("saeki", HAND_OVER)).startsWith("2026-09-17T17:15");
        office.at(AFTER_THE_HOLIDAYS + "T17:14");
        sees("manabe", PURSUE, false);
        office.at(AFTER_THE_HOLIDAYS + "T17:15");
        sees("manabe", PURSUE, true);
        sees("manabe", ARRANGE, false);
        office.as("manabe").does(number, PURSUE, pursuit("2026-09-25", "toArrange"));
        sees("manabe", ARRANGE, true);
        sees("kaji", INSTRUCT, false);
        office.at("2026-09-25T17:15");
        sees("kaji", INSTRUCT, true);

        office.as("saeki").does(number, "obtainApplicationAndConsent", Answers.application());
        office.as("saeki").does(number, "assess", Answers.assessment());
        refused(
                office.as("saeki").tries(number, "screen", with(Answers.screening("closure"), "welfareIntent", "yes")),
                "screeningResult");

        office.as("saeki")
                .does(
                        number,
                        HAND_OVER,
                        with(Answers.handover(), "welfareWish", "unwilling", "unwillingReason", "家族に知られたくない"));
        assertThat(office.as("manabe").steps(number))
                .contains("reviewUnwillingness")
                .doesNotContain(PURSUE);
        sees("kaji", INSTRUCT, false);
        office.as("manabe")
                .does(
                        number,
                        "reviewUnwillingness",
                        of(
                                "unwillingnessReview",
                                "reoffer",
                                "unwillingnessNote",
                                "もう一度説明する",
                                "unwillingnessReviewedOn",
                                "2026-09-25"));
        office.at("2026-09-28T17:15");
        sees("manabe", PURSUE, false);
        office.at("2026-09-29T17:15");
        sees("manabe", PURSUE, true);
    }

    private void arrives(boolean urgent) {
        office.at("2026-09-18T16:05");
        number = office.as("saeki")
                .receives(with(
                        Answers.named("試野 一馬", "しの かずま", "1974-02-03"),
                        "urgent",
                        urgent,
                        "urgencyKinds",
                        List.of("shelter", "food", "medical")));
        office.at("2026-09-18T16:10");
    }

    private static Map<String, Object> triage(String result) {
        return with(
                Answers.triage(result),
                "welfareIntent",
                "yes",
                "cashOnHand",
                300,
                "placeTonight",
                "none",
                "medicalUrgency",
                "yes",
                "incomeBelowMinimum",
                "below");
    }

    private static Map<String, Object> outcome(String result) {
        return of("welfareOutcome", result, "welfareOutcomeOn", Office.today().toString());
    }

    private static Map<String, Object> pursuit(String promised, String untilNextOpenDay) {
        return of(
                "record",
                with(Answers.record("phoneOut"), "facts", "電話した。", "nextDate", promised),
                "untilNextOpenDay",
                untilNextOpenDay);
    }

    private void helpedUntil(String day) {
        office.as("saeki")
                .does(
                        number,
                        ARRANGE,
                        of(
                                "emergencySupportKinds",
                                List.of("shelter", "food", "medical"),
                                "emergencySupportContent",
                                "シェルター、食料、無料低額診療",
                                "emergencyArrangedOn",
                                Office.today().toString(),
                                "emergencySupportUntil",
                                day));
    }

    private void sees(String account, String step, boolean expected) {
        assertThat(office.as(account).steps(number).contains(step))
                .as(account + " sees " + step)
                .isEqualTo(expected);
    }

    private String dueAt(String account, String step) {
        String due = office.as(account).task(number, step).path("due").asText();
        return OffsetDateTime.parse(due.replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2"))
                .atZoneSameInstant(ZoneId.of("Asia/Tokyo"))
                .toLocalDateTime()
                .toString();
    }

    private JsonNode shown(String account, String step) {
        office.as(account).takes(number, step);
        return office.as(account)
                .open(office.as(account).task(number, step).path("id").asText())
                .path("data");
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.reasons()).anyMatch(reason -> reason.startsWith(field));
    }
}
