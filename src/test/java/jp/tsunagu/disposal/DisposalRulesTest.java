package jp.tsunagu.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.retention.Retention;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.ShortCase;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be so before a case may go, who says so, and what happens when it fails on the way. */
class DisposalRulesTest extends OfficeStory {

    private static final String OVER = "2032-04-01T10:00";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Retention retention;

    @Autowired
    private Settings settings;

    @Autowired
    private RetentionSweep sweep;

    @Autowired
    private ErasureRun run;

    @Autowired
    private Stays stays;

    @Autowired
    private IdentityService identity;

    /** C09: closed on 2026-12-22, kept until the end of that fiscal year and five years more. */
    @Test
    void theYearsCountFromTheEndOfTheFiscalYear() {
        office.clock("2026-12-22T10:00");
        String number = closed();
        assertThat(until(number, "2026-12-22")).isEqualTo("2032-03-31");
        assertThat(until(number, "2027-03-31")).isEqualTo("2032-03-31");
        assertThat(until(number, "2027-04-01")).isEqualTo("2033-03-31");
        settings.set(Settings.YEARS_KEPT, "7", LocalDate.of(2026, 12, 22));
        try {
            assertThat(until(number, "2026-12-22"))
                    .as("never less than the municipality says")
                    .isEqualTo("2034-03-31");
        } finally {
            settings.set(Settings.YEARS_KEPT, "0", LocalDate.of(2026, 12, 22));
        }
        assertThat(until(number, "2026-12-22")).isEqualTo("2032-03-31");
    }

    @Test
    void whatIsHeldOrStillRunsStays() {
        office.clock("2026-06-01T10:00");
        String held = closed();
        String complaint = office.as("saeki").receives(Answers.named("苦野 情", "くの じょう", "1970-01-01"));
        office.as("saeki")
                .reports(
                        complaint,
                        "complaintReceived",
                        Answers.of("complaintOn", "2026-06-01", "complaintWay", "phoneIn", "complaintContent", "遅い。"));
        ShortCase.end(office, complaint);
        Session manabe = office.logsIn("manabe");
        Session kaji = office.logsIn("kaji");

        assertThat(manabe.posts("/disposal/hold", Map.of("number", held, "ground", "OBJECTION", "note", " "))
                        .text())
                .contains("止める理由の説明を", "value=\"" + held + "\"");
        manabe.posts(
                "/disposal/hold",
                Map.of("number", held.toLowerCase().replace("-", "－"), "ground", "OBJECTION", "note", "審査請求中"));
        office.clock(OVER);
        sweep.run();
        assertThat(manabe.posts("/disposal/propose", Map.of("picked", held)).text())
                .contains("廃棄を止めています（審査請求・不服申立て）");
        assertThat(manabe.posts("/disposal/propose", Map.of("picked", complaint))
                        .text())
                .contains("「苦情への対応」が終わっていません");
        kaji.posts("/disposal/release", Map.of("number", held, "note", "裁決があった。"));
        assertThat(manabe.posts("/disposal/propose", Map.of("picked", held)).text())
                .contains("1件の廃棄を提案しました");

        kaji.posts("/disposal/hold", Map.of("number", held, "ground", "LAWSUIT", "note", "訴えの知らせ"));
        assertThat(state(held)).as("a hold takes a proposal back").isEqualTo("WITHDRAWN");
    }

    @Test
    void nobodyIsOnBothSides() {
        office.clock("2026-06-01T10:00");
        String number = closed();
        office.clock(OVER);
        sweep.run();
        identity.createMembership("manabe", "ward-section-chief");
        try {
            Session both = office.logsIn("manabe");
            assertThat(both.posts("/disposal/approve", Map.of("picked", "nothing"))
                            .text())
                    .contains("一覧が変わりました");
            both.posts("/disposal/propose", Map.of("picked", number));
            assertThat(both.posts("/disposal/approve", Map.of("picked", id(number)))
                            .text())
                    .contains("自分で提案した廃棄は承認できません");
        } finally {
            identity.deleteMembership("manabe", "ward-section-chief");
        }
        for (String other : List.of("saeki", "uda", "admin", "kansa")) {
            assertThat(office.logsIn(other).opens("/disposal").status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(office.logsIn("kaji")
                        .posts("/disposal/propose", Map.of("picked", number))
                        .status())
                .isEqualTo(403);
        assertThat(office.logsIn("manabe")
                        .posts("/disposal/withdraw", Map.of("id", id(number)))
                        .text())
                .contains("廃棄を取りやめました");
        run.run();
        assertThat(state(number)).isEqualTo("WITHDRAWN");
        ofARestrictedCaseBothSidesAreNamed(number);
    }

    /** EV8: whoever is not named neither sees that its time is over nor learns by its number how it stands. */
    private void ofARestrictedCaseBothSidesAreNamed(String number) {
        Session manabe = office.logsIn("manabe");
        Session kaji = office.logsIn("kaji");
        assertThat(kaji.opens("/disposal").text()).contains(number);
        String restriction = "/cases/" + number + "/restriction";
        manabe.posts(restriction, Map.of("reason", "VIOLENCE", "note", "逃れている", "named", "saeki"));
        assertThat(kaji.opens("/disposal").text()).doesNotContain(number);

        assertThat(manabe.posts("/disposal/propose", Map.of("picked", number)).text())
                .contains("1件の廃棄を提案しました");
        assertThat(kaji.opens("/disposal").text()).doesNotContain(number);
        assertThat(kaji.posts("/disposal/approve", Map.of("picked", id(number))).text())
                .contains("一覧が変わりました");
        assertThat(kaji.posts("/disposal/withdraw", Map.of("id", id(number))).text())
                .contains("一覧が変わりました");
        assertThat(kaji.posts("/disposal/hold", Map.of("number", number, "ground", "LAWSUIT", "note", "訴え"))
                        .text())
                .contains("この番号のケースは、見つかりません");
        manabe.posts(restriction + "/named", Map.of("account", "kaji"));
        assertThat(kaji.opens("/disposal").text()).contains(number);
        manabe.posts("/disposal/withdraw", Map.of("id", id(number)));
    }

    @Test
    void aRequestNeedsAGroundOfTheLaw() {
        office.clock("2026-06-01T10:00");
        String number = closed();
        String open = office.as("saeki").receives(Answers.named("続野 中", "つづの なか", "1970-01-01"));
        Session manabe = office.logsIn("manabe");
        Map<String, String> asked = new HashMap<>(Map.of(
                "number",
                number,
                "on",
                "R8.5.30",
                "note",
                "目的を終えている。",
                "ground",
                "RETENTION_ENDED",
                "unhindered",
                "true"));
        assertThat(manabe.posts("/disposal/request", asked).text()).contains("法律のどの理由に当たるか", "目的を終えている。");
        asked.put("ground", "KEPT_BEYOND_PURPOSE");
        asked.put("unhindered", "false");
        assertThat(manabe.posts("/disposal/request", asked).text()).contains("著しい支障がないこと", "value=\"R8.5.30\"");
        asked.put("unhindered", "true");
        asked.put("number", open);
        assertThat(manabe.posts("/disposal/request", asked).text()).contains("先に終結してください");
        asked.put("number", "R8-99999");
        assertThat(manabe.posts("/disposal/request", asked).text()).contains("見つかりません");
        asked.put("number", number);
        Answer proposed = manabe.posts("/disposal/request", asked);
        assertThat(proposed.text()).contains("消去の請求を提案しました", "第98条第1項第1号、第61条第2項");
        office.logsIn("kaji").posts("/disposal/approve", Map.of("picked", id(number)));
        stays.update();
        assertThat(run.run()).isEqualTo(1);
        assertThat(database.sql("select note from disposal where case_number = ?")
                        .param(number)
                        .query((row, n) -> row.getString(1) == null)
                        .list())
                .as("the words of the request are gone with the case")
                .containsExactly(true);
    }

    /** Cut off in the middle nothing has happened; done again, it is done once. */
    @Test
    void whatFailsOnTheWayHasNotHappenedAndIsDoneAgain() {
        office.clock("2026-06-01T10:00");
        String fails = closed();
        String other = closed();
        office.clock(OVER);
        sweep.run();
        approve(fails);
        approve(other);
        stays.update();
        long rows = rows(fails);
        database.sql("create function refused_erasure() returns trigger language plpgsql as "
                        + "$$ begin if old.case_number = '" + fails
                        + "' then raise exception 'planted'; end if; return old; end $$")
                .update();
        database.sql(
                        "create trigger refused_erasure before delete on support_case for each row execute function refused_erasure()")
                .update();
        try {
            assertThat(run.run()).as("the other one").isEqualTo(1);
            assertThat(rows(fails)).isEqualTo(rows);
            assertThat(office.logsIn("kaji").opens("/disposal").text()).contains("消去できませんでした。1分ごとにやり直します");
        } finally {
            database.sql("drop trigger refused_erasure on support_case").update();
            database.sql("drop function refused_erasure").update();
        }
        assertThat(run.run()).isEqualTo(1);
        assertThat(rows(fails)).isZero();
        assertThat(database.sql("select count(*) from disposal_certificate where case_number in (?, ?)")
                        .params(fails, other)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void approve(String number) {
        assertThat(office.logsIn("manabe")
                        .posts("/disposal/propose", Map.of("picked", number))
                        .ok())
                .isTrue();
        assertThat(office.logsIn("kaji")
                        .posts("/disposal/approve", Map.of("picked", id(number)))
                        .ok())
                .isTrue();
    }

    private long rows(String number) {
        return database.sql("""
                        select (select count(*) from support_case where case_number = :n)
                          + (select count(*) from form_document d join support_case c on c.id = d.case_id where c.case_number = :n)
                          + (select count(*) from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = :n)
                        """).param("n", number).query(Long.class).single();
    }

    private String closed() {
        return ShortCase.of(office, "了野 済", "おわの すみ");
    }

    private String until(String number, String closedOn) {
        return retention
                .of(number, LocalDate.parse(closedOn), "resolved")
                .until()
                .toString();
    }

    private String id(String number) {
        return database.sql("select id from disposal where case_number = ? and state = 'PROPOSED'")
                .param(number)
                .query(UUID.class)
                .single()
                .toString();
    }

    private String state(String number) {
        return database.sql("select state from disposal where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
