package jp.tsunagu.disclosure;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.engine.FormSchemas;
import jp.tsunagu.form.FormField;
import jp.tsunagu.procedure.PackagedForms;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 個人情報の提供: within consent or a named ground, each on a record that nobody changes. */
class DisclosureStoryTest extends OfficeStory {

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DisclosureTable table;

    @Autowired
    private FormSchemas forms;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private Cases cases;

    @Test
    void whatIsOutsideTheConsentIsRefusedAndWhatIsToldIsOnRecord() {
        office.on("2026-06-01");
        String number = referred(with(
                Answers.application(),
                "consent",
                "partial",
                "consentScope",
                List.of("legalAid"),
                "consentItems",
                List.of("name", "income")));
        refused(number, slip("consent", "medical", "name"), "referralGround");
        refused(number, slip("consent", "legalAid", "name", "family"), "世帯・家族");
        refused(number, slip("thisHandover", "legalAid", "health"), "健康・障害");
        refused(number, slip("consent", "legalAid"), "sharedItems");
        assertThat(record(number)).isEmpty();

        office.as("saeki").does(number, "sendReferral", slip("consent", "legalAid", "name", "income"));

        assertThat(record(number)).containsExactly("legalAid 法テラス東京 [\"name\", \"income\"] consent sendReferral");
        assertThat(cases.consent(number).orElseThrow().id())
                .isEqualTo(database.sql("""
                        select d.consent_id from disclosure d join support_case c on c.id = d.case_id where c.case_number = ?
                        """)
                        .param(number)
                        .query(java.util.UUID.class)
                        .single());
        Session saeki = office.logsIn("saeki");
        assertThat(saeki.opens("/cases/" + number + "/disclosures").text())
                .contains("法テラス　法テラス東京", "氏名・連絡先、収入・債務・住まい", "本人の同意", "令和8年6月1日");
        assertThat(office.logsIn("aoki")
                        .opens("/cases/" + number + "/disclosures")
                        .status())
                .isEqualTo(403);
        assertThat(office.logsIn("yuasa").opens("/cases/R8-99999/disclosures").status())
                .isEqualTo(403);
    }

    @Test
    void aNamedLawNeedsNoConsentAndNobodyRewritesTheRecord() {
        office.on("2026-06-01");
        String number = referred(with(Answers.application(), "consent", "none"));
        refused(number, slip("law", "childGuidance", "name", "health", "income"), "legalGround");
        office.as("saeki")
                .does(
                        number,
                        "sendReferral",
                        with(slip("law", "childGuidance", "name", "health", "income"), "legalGround", "childAbuse"));
        assertThat(record(number))
                .containsExactly("childGuidance 法テラス東京 [\"name\", \"health\", \"income\"] childAbuse sendReferral");

        for (String change :
                List.of("update disclosure set receiver = 'x'", "delete from disclosure", "truncate disclosure")) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added");
        }
    }

    /** A package for ハローワーク and the like: entered on the page, by the same rules; what was typed is not lost. */
    @Test
    void aDisclosureOutsideTheStepsIsEnteredOnThePage() {
        office.on("2026-06-01");
        String number = referred(with(
                Answers.application(),
                "consent",
                "partial",
                "consentScope",
                List.of("helloWork"),
                "consentItems",
                List.of("name", "work")));
        Session saeki = office.logsIn("saeki");
        String page = "/cases/" + number + "/disclosures";
        Map<String, String> sent = Map.of(
                "on", "2026-06-01",
                "body", "helloWork",
                "receiver", "ハローワーク品川",
                "items", "plan",
                "ground", "consent",
                "purpose", "支援要請の書類一式");
        assertThat(saeki.posts(page, sent).text()).contains("「プラン」は", "ハローワーク品川", "支援要請の書類一式");
        assertThat(record(number)).isEmpty();
        assertThat(saeki.posts(page, put(sent, "on", "2026-06-02")).text()).contains("今日より後");
        assertThat(saeki.posts(page, put(sent, "ground", "whoKnows")).text()).contains("根拠を選んで");
        assertThat(saeki.posts(page, put(sent, "items", "work")).text()).contains("提供を記録しました", "ハローワーク品川");
        assertThat(record(number)).containsExactly("helloWork ハローワーク品川 [\"work\"] consent null");

        office.as("saeki")
                .reports(
                        number,
                        "consentWithdrawn",
                        of("consentWithdrawnOn", Office.today().toString(), "withdrawalManner", "oral"));
        assertThat(saeki.posts(page, put(sent, "items", "work")).text()).contains("同意がありません");
        assertThat(record(number)).hasSize(1);
    }

    /** The handover to the welfare office rests on the danger to life or on the person's word, and is on record. */
    @Test
    void theWelfareOfficesHandoverIsOnRecord() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("福田 渡", "ふくた わたる", "1970-01-01"));
        office.as("saeki")
                .does(
                        number,
                        "decideTriage",
                        with(Answers.triage("welfareOffice"), "welfareIntent", "yes", "cashOnHand", 100));
        office.as("saeki")
                .does(number, "handOverToWelfareOffice", with(Answers.handover(), "handoverConsent", "lifeDanger"));
        assertThat(record(number))
                .containsExactly(
                        "welfareOffice 港福祉事務所 [\"name\", \"concern\", \"welfare\"] lifeProtection handOverToWelfareOffice");
        assertThat(disclosures.of(number).get(0).by()).isEqualTo("saeki");
    }

    /** What staff choose from is what the table knows, in its words. */
    @Test
    void theFormsOfferWhatTheTableKnows() {
        choices("obtainApplicationAndConsent", "consentItems", table.items());
        choices("sendReferral", "sharedItems", table.items());
        choices("handOverToNewMunicipality", "transferItems", table.items());
        choices("sendReferral", "legalGround", table.legalGrounds());
        values("sendReferral", "referralAgency")
                .forEach(value -> assertThat(table.itemsFor(value.path("value").asText()))
                        .as(value.toString())
                        .contains("name"));
        values("obtainApplicationAndConsent", "consentScope")
                .forEach(value ->
                        assertThat(table.bodies()).contains(value.path("value").asText()));
    }

    /** A field that is written wrong would never be told, and nobody would know why. */
    @Test
    void everyFieldOfTheTableIsAFieldOfAForm() {
        Set<String> asked = PackagedForms.byKey().values().stream()
                .flatMap(form -> form.inputKeys().stream())
                .collect(Collectors.toSet());
        assertThat(asked).containsAll(table.fields());
    }

    private void choices(String form, String field, List<String> names) {
        List<JsonNode> values = values(form, field);
        assertThat(values.stream().map(value -> value.path("value").asText()))
                .as(field)
                .containsExactlyElementsOf(names);
        values.forEach(value -> assertThat(value.path("label").asText())
                .isEqualTo(table.label(value.path("value").asText())));
    }

    private List<JsonNode> values(String form, String field) {
        FormField choice = forms.present(form)
                .walk()
                .filter(one -> one.key().equals(field))
                .findFirst()
                .orElseThrow();
        return choice.json().path("values").findParents("value");
    }

    // --- what people do

    private String referred(Map<String, Object> application) {
        String number = office.as("saeki").receives(Answers.named("提供 記", "ていきょう しるす", "1980-01-02"));
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as("saeki").does(number, "obtainApplicationAndConsent", application);
        office.as("saeki").does(number, "assess", Answers.assessment());
        office.as("saeki").does(number, "screen", Answers.screening("referOther"));
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        return number;
    }

    private static Map<String, Object> slip(String ground, String body, String... items) {
        return of(
                "referralAgency",
                body,
                "referralOffice",
                "法テラス東京",
                "referralReason",
                "債務の相談",
                "referralGround",
                ground,
                "sharedItems",
                List.of(items),
                "referralAccompany",
                "no",
                "referralSentOn",
                Office.today().toString());
    }

    private void refused(String number, Map<String, Object> answers, String reason) {
        Answer answer = office.as("saeki").tries(number, "sendReferral", answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains(reason);
    }

    private static Map<String, String> put(Map<String, String> form, String name, String value) {
        Map<String, String> other = new java.util.HashMap<>(form);
        other.put(name, value);
        return other;
    }

    private List<String> record(String number) {
        return opened.ask(
                files -> files.sql("""
                        select d.body || ' ' || d.receiver || ' ' || d.items || ' ' || d.ground || ' ' || coalesce(d.step, 'null')
                        from disclosure d join support_case c on c.id = d.case_id where c.case_number = ?
                        """).param(number).query(String.class).list());
    }
}
