package jp.tsunagu.document;

import static jp.tsunagu.story.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** つなぎ票: a paper for somebody outside tells what was ticked and agreed to, the receipt comes on it, and each つなぎ has its own. */
class OutsidePaperStoryTest extends OfficeStory {

    private static final String REFERRAL = "07-referral";

    @Autowired
    private Papers papers;

    @Test
    void tellsNoMoreThanWasTicked() throws Exception {
        PrintedPapers printer = new PrintedPapers(port);
        office.on("2026-05-11");
        String number = office.as("saeki").receives(CaseC06.reception());
        office.as("saeki").does(number, "decideTriage", Answers.triage("referOther"));
        office.as("saeki").does(number, "sendReferral", referral("法テラス東京", "債務の整理の相談", "name"));

        assertThat(printer.text("saeki", number, REFERRAL, null))
                .contains("法テラス東京", "御中", "債務の整理の相談", CaseC06.NAME, "03-0000-0000", "受領確認")
                .doesNotContain("（提供の同意の範囲外）", "☑受理");
        PrintedPaper heldBack = papers.ofCase(REFERRAL, number, null, field -> field.equals("name"))
                .orElseThrow();
        Pdf.draw(heldBack.pdf(), "07-referral-held-back");
        assertThat(Pdf.text(heldBack.pdf()))
                .contains(CaseC06.NAME, "債務の整理の相談", "（提供の同意の範囲外）")
                .doesNotContain("03-0000-0000", "虎ノ門", "平日の午前");

        office.as("saeki")
                .does(
                        number,
                        "confirmReferralReceipt",
                        of(
                                "referralReply",
                                "accepted",
                                "referralReceivedBy",
                                "法務 太郎",
                                "referralReplyNote",
                                "来週の相談を予約した",
                                "referralRepliedOn",
                                "2026-05-11"));
        assertThat(printer.text("saeki", number, REFERRAL, null)).contains("法務 太郎", "☑受理", "来週の相談を予約した");
    }

    /** What nobody ticked is not told, though the file knows it; and the way to the welfare office has a slip of its own. */
    @Test
    void tellsTheWelfareOfficeWhatItNeeds() throws Exception {
        PrintedPapers printer = new PrintedPapers(port);
        office.on("2026-05-11");
        String number = office.as("saeki").receives(CaseC06.reception());
        office.as("saeki").does(number, "decideTriage", Answers.triage("referOther"));
        office.as("saeki").does(number, "sendReferral", referral("フードバンク", "食料の支援", "income"));
        assertThat(printer.text("saeki", number, REFERRAL, null))
                .contains("（提供の同意の範囲外）", "食料の支援")
                .doesNotContain(CaseC06.NAME, "03-0000-0000");

        office.as("saeki")
                .reports(
                        number,
                        "welfareNeeded",
                        of(
                                "welfareIntent",
                                "yes",
                                "placeTonight",
                                "none",
                                "cashOnHand",
                                300,
                                "welfareNeedReason",
                                "所持金がなくなった。",
                                "welfareNeedFoundOn",
                                Office.today().toString()));
        office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
        office.as("yuasa").does(number, "confirmReceipt", Answers.receipt("2026-05-11T09:20"));

        assertThat(printer.text("saeki", number, "08-welfare-handover", null))
                .contains("港福祉事務所", "御中", CaseC06.NAME, "300", "所持金がない。", "湯浅", "令和8年5月11日 9:20", "☑受け付けた")
                .contains("生活保護法第24条");
    }

    private static Map<String, Object> referral(String office, String reason, String item) {
        return of(
                "referralAgency",
                "legalAid",
                "referralOffice",
                office,
                "referralReason",
                reason,
                "referralGround",
                "thisHandover",
                "sharedItems",
                List.of(item),
                "referralAccompany",
                "no",
                "referralSentOn",
                Office.today().toString());
    }
}
