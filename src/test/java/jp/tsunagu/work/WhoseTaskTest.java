package jp.tsunagu.work;

import static jp.tsunagu.story.Answers.of;
import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets a task, who keeps it, and who must not have it. Absences and settings lie in years of their own. */
class WhoseTaskTest extends OfficeStory {

    private static final String OTHER_SIDE = "相手側の作業をした人";

    /** As many cards as Tasklist asks for at once. */
    private static final int PAGE = 15;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Absences absences;

    @Autowired
    private Settings settings;

    @Autowired
    private JdbcClient database;

    private void employ(String account, String... roles) {
        accounts.ensure(account, "兼務", "", "demo", List.of(roles));
    }

    private String received(String day) {
        office.on(day);
        return office.as("saeki").receives(Answers.named("分担 太一", "ぶんたん たいち", "1980-01-01"));
    }

    private String assignee(String viewer, String number, String step) {
        JsonNode task = office.as(viewer).task(number, step);
        return task == null ? null : task.path("assignee").asText();
    }

    private Answer assign(String by, String number, String step, String to) {
        String task = office.as("manabe").task(number, step).path("id").asText();
        return office.as(by).call("POST", "/engine-rest/task/" + task + "/assignee", Map.of("userId", to));
    }

    @Test
    void anOutreachWorkerGoesOnReachingOutToWhomSheMet() {
        employ("michiru", Roles.OUTREACH_SUPPORTER);
        try {
            office.on("2026-06-01");
            String number = office.as("michiru").receives(with(Answers.reception(), "contactMade", false));
            assertThat(assignee("michiru", number, "reachOut")).isEqualTo("michiru");
        } finally {
            identity.deleteUser("michiru");
        }
    }

    @Test
    void whoTookACaseKeepsItUntilTheChiefReassigns() {
        String number = received("2026-06-01");
        assertThat(assignee("saeki", number, "decideTriage")).isEqualTo("saeki");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        assertThat(assignee("saeki", number, "obtainApplicationAndConsent")).isEqualTo("saeki");
        assertThat(office.as("aoki").steps(number))
                .as("a colleague of the same role")
                .isEmpty();

        assertThat(assign("aoki", number, "obtainApplicationAndConsent", "aoki").ok())
                .isFalse();
        assertThat(assign("manabe", number, "obtainApplicationAndConsent", "uda")
                        .ok())
                .as("somebody of another office")
                .isFalse();
        assertThat(assign("manabe", number, "obtainApplicationAndConsent", "aoki")
                        .ok())
                .isTrue();
        office.as("aoki").does(number, "obtainApplicationAndConsent", Answers.application());
        assertThat(assignee("aoki", number, "assess")).as("the next one too").isEqualTo("aoki");
        assertThat(office.as("saeki").steps(number)).isEmpty();
    }

    @Test
    void whoIsAwayGetsNothingNew() {
        String number = received("2026-06-01");
        absences.add("saeki", LocalDate.of(2030, 7, 1), LocalDate.of(2030, 7, 31));
        office.clock("2030-07-02T09:30");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        assertThat(office.as("aoki")
                        .task(number, "obtainApplicationAndConsent")
                        .path("assignee")
                        .isNull())
                .as("open to the group")
                .isTrue();
    }

    @Test
    void whatIsAnotherOfficesWorkFirstStaysOpenToAll() {
        for (String receiver : List.of("yuasa", "aoki")) {
            String number = received("2026-06-01");
            office.as("saeki")
                    .does(number, "decideTriage", with(Answers.triage("continueSupport"), "welfareIntent", "yes"));
            office.as("saeki").does(number, "handOverToWelfareOffice", Answers.handover());
            for (String candidate : List.of("yuasa", "saeki", "aoki")) {
                assertThat(office.as(candidate)
                                .task(number, "confirmReceipt")
                                .path("assignee")
                                .isNull())
                        .as(candidate)
                        .isTrue();
                assertThat(listed("係のタスク", candidate)).as(candidate).contains(number);
            }
            office.as(receiver).does(number, "confirmReceipt", receipt());
            assertThat(assignee("saeki", number, "recordWelfareOutcome"))
                    .as("after " + receiver)
                    .isEqualTo("saeki");
        }
    }

    private static Map<String, Object> receipt() {
        return of("receivedBy", "湯浅", "receivedAt", "2026-06-01T09:00", "applicationAccepted", "booked");
    }

    @Test
    void nobodyConfirmsTheirOwnScreening() {
        employ("kenmu", Roles.CONSULTATION_SUPPORTER, Roles.CHIEF);
        office.on("2026-06-01");
        String number = office.as("kenmu").receives(Answers.named("分担 次郎", "ぶんたん じろう", "1980-01-01"));
        screenedBy("kenmu", number);
        assertThat(office.as("manabe")
                        .task(number, "confirmScreening")
                        .path("assignee")
                        .isNull())
                .isTrue();
        Answer own = office.as("kenmu").takes(number, "confirmScreening");
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.text()).contains(OTHER_SIDE);
        assertThat(assign("manabe", number, "confirmScreening", "kenmu").text()).contains(OTHER_SIDE);
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
    }

    @Test
    void whereTheChiefHandledTheCaseTheDeputyConfirms() {
        identity.createMembership("manabe", Roles.CONSULTATION_SUPPORTER);
        try {
            office.on("2026-06-01");
            employ("kenmu", Roles.CONSULTATION_SUPPORTER);
            if (identity.createGroupQuery()
                            .groupId(Roles.CHIEF)
                            .groupMember("kenmu")
                            .count()
                    > 0) {
                identity.deleteMembership("kenmu", Roles.CHIEF);
            }
            String number = office.as("manabe").receives(Answers.named("分担 三郎", "ぶんたん さぶろう", "1980-01-01"));
            screenedBy("manabe", number);
            assertThat(assignee("aoki", number, "confirmScreening")).isEqualTo("aoki");
            office.as("aoki").does(number, "confirmScreening", Answers.confirmation());
        } finally {
            identity.deleteMembership("manabe", Roles.CONSULTATION_SUPPORTER);
        }
    }

    private void screenedBy(String worker, String number) {
        office.as(worker).does(number, "decideTriage", Answers.triage("continueSupport"));
        office.as(worker).does(number, "obtainApplicationAndConsent", Answers.application());
        office.as(worker).does(number, "assess", Answers.assessment());
        office.as(worker).does(number, "screen", Answers.screening("plan"));
    }

    private String submitted(String number) {
        screenedBy("saeki", number);
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki").does(number, "draftPlan", Answers.plan(Answers.item("otherPublic", "法テラス", 6, false)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(Office.today()));
        office.as("manabe").does(number, "recordPlanConference", Answers.conference("approved"));
        office.as("manabe").does(number, "submitPlan", Answers.submission());
        return number;
    }

    @Test
    void checkApprovalAndDecisionAreThreePeoples() {
        employ("sannin", Roles.WARD_OFFICER, Roles.WARD_SUBSECTION_CHIEF, Roles.WARD_SECTION_CHIEF);
        try {
            String number = submitted(received("2026-06-01"));
            for (String ofCentre : List.of("saeki", "manabe")) {
                identity.createMembership(ofCentre, Roles.WARD_OFFICER);
                try {
                    assertThat(office.as(ofCentre).takes(number, "checkPlan").text())
                            .as("drafted or submitted it")
                            .contains(OTHER_SIDE);
                } finally {
                    identity.deleteMembership(ofCentre, Roles.WARD_OFFICER);
                }
            }
            office.as("sannin").does(number, "checkPlan", Answers.suitable());
            assertThat(office.as("sannin")
                            .takes(number, "approveAsSubsectionChief")
                            .text())
                    .contains(OTHER_SIDE);
            office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
            assertThat(office.as("sannin").takes(number, "decidePlan").text()).contains(OTHER_SIDE);
            office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        } finally {
            identity.deleteUser("sannin");
        }
    }

    @Test
    void aDeputyDecidesOnlyWhileTheDeciderIsAway() {
        String number = submitted(received("2026-06-01"));
        employ("asahina", Roles.WARD_OFFICER);
        office.as("uda").does(number, "checkPlan", Answers.suitable());
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        assertThat(office.as("otsuki").task(number, "decidePlan")).isNull();

        absences.add("kaji", LocalDate.of(2031, 2, 3), LocalDate.of(2031, 2, 14));
        office.clock("2031-02-04T09:30");
        String second = submitted(received("2026-06-02"));
        office.clock("2031-02-04T09:30");
        office.as("uda").does(second, "checkPlan", Answers.suitable());
        Answer spent = office.as("otsuki").takes(second, "approveAsSubsectionChief");
        assertThat(spent.text()).contains("代決者です");
        office.as("asahina").does(second, "approveAsSubsectionChief", Answers.approval());
        office.as("otsuki").does(second, "decidePlan", Answers.decision("decided"));
        assertThat(deputyDecisions(second)).isEqualTo(1);

        identity.createMembership("otsuki", Roles.WARD_SECTION_CHIEF);
        try {
            assertThat(office.as("otsuki").takes(second, "reviewDeputyDecision").text())
                    .as("made 課長 meanwhile, nobody looks over their own decision")
                    .contains(OTHER_SIDE);
        } finally {
            identity.deleteMembership("otsuki", Roles.WARD_SECTION_CHIEF);
        }
        assertThat(assignee("kaji", second, "reviewDeputyDecision")).isNotNull();
        office.as("kaji")
                .does(second, "reviewDeputyDecision", of("deputyDecisionSeen", true, "reviewedOn", "2031-02-04"));
        identity.deleteUser("asahina");
    }

    private long deputyDecisions(String number) {
        return database.sql("select count(*) from plan_decision d join plan_version v on v.id = d.plan_version_id "
                        + "join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id "
                        + "where c.case_number = ? and d.deputy_for is not null")
                .param(number)
                .query(Long.class)
                .single();
    }

    @Test
    void decidedInTheWardsOwnDocumentSystem() {
        String number = submitted(received("2026-06-01"));
        settings.set(Settings.APPROVAL_METHOD, "wardDocumentSystem", LocalDate.of(2032, 4, 1));
        office.clock("2032-04-12T10:00");
        office.as("uda").does(number, "checkPlan", Answers.suitable());
        Map<String, Object> recorded = of(
                "wardDecision", "decided",
                "decidedOn", "2032-04-09",
                "documentNumber", "8港芝生自第123号",
                "decidedBy", "課長");
        assertThat(office.as("uda")
                        .tries(number, "recordExternalDecision", with(recorded, "documentNumber", null))
                        .reasons())
                .anyMatch(reason -> reason.startsWith("documentNumber"));
        office.as("uda").does(number, "recordExternalDecision", recorded);
        assertThat(database.sql(
                                "select d.decided_on || ' ' || d.document_number || ' ' || d.decided_by from plan_decision d "
                                        + "join plan_version v on v.id = d.plan_version_id "
                                        + "join plan p on p.id = v.plan_id join support_case c on c.id = p.case_id "
                                        + "where c.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("2032-04-09 8港芝生自第123号 課長");
    }

    @Test
    void whoConvenesTheSameMeetingAtTheSameMomentGetsTheSameOne() {
        LocalDate day = LocalDate.of(2026, 6, 25);
        List<String> numbers = Stream.generate(() -> toTheConference(received("2026-06-01")))
                .limit(4)
                .toList();
        List<CompletableFuture<Void>> atOnce = numbers.stream()
                .map(number -> CompletableFuture.runAsync(
                        () -> office.as("manabe").does(number, "convenePlanConference", Answers.meetingOn(day)),
                        command -> new Thread(command).start()))
                .toList();
        atOnce.forEach(CompletableFuture::join);
        assertThat(database.sql("select count(*) from conference where held_on = ?")
                        .param(day)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneMeetingForManyCases() {
        String first = toTheConference(received("2026-06-01"));
        String second = toTheConference(received("2026-06-01"));
        String third = toTheConference(received("2026-06-01"));
        LocalDate day = LocalDate.of(2026, 6, 18);
        office.as("manabe").does(first, "convenePlanConference", Answers.meetingOn(day));
        office.as("manabe").does(second, "convenePlanConference", Answers.meetingOn(day));

        String task = office.as("manabe")
                .task(third, "convenePlanConference")
                .path("id")
                .asText();
        office.as("manabe").takes(third, "convenePlanConference");
        JsonNode opened = office.as("manabe").open(task);
        String meeting = database.sql("select id::text from conference where held_on = ?")
                .param(day)
                .query(String.class)
                .single();
        assertThat(opened.toString()).as("the meeting is offered").contains(meeting);
        office.as("manabe")
                .does(
                        third,
                        "convenePlanConference",
                        of("conferenceChoice", meeting, "conferenceInvitees", List.of("chief", "wardOfficer")));
        assertThat(database.sql(
                                "select count(*) from conference_item i join conference c on c.id = i.conference_id where c.held_on = ?")
                        .param(day)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        Answer invented = office.as("manabe")
                .tries(
                        toTheConference(received("2026-06-01")),
                        "convenePlanConference",
                        of(
                                "conferenceChoice",
                                java.util.UUID.randomUUID().toString(),
                                "conferenceInvitees",
                                List.of("chief")));
        assertThat(invented.status()).isEqualTo(400);
    }

    private String toTheConference(String number) {
        screenedBy("saeki", number);
        office.as("manabe").does(number, "confirmScreening", Answers.confirmation());
        office.as("saeki").does(number, "draftPlan", Answers.plan(Answers.item("otherPublic", "法テラス", 6, false)));
        office.as("saeki").does(number, "obtainPlanAgreement", Answers.agreement());
        return number;
    }

    @Test
    void theListsAtTheLeft() {
        List<String> ofWorker = filters("saeki");
        assertThat(ofWorker).containsExactlyInAnyOrder("自分のタスク", "係のタスク", "期限が近い", "期限超過");
        assertThat(filters("manabe")).contains("全件（主任）").containsAll(ofWorker);
        String number = received("2026-06-01");
        assertThat(listed("自分のタスク", "saeki")).contains(number);
        assertThat(listed("係のタスク", "saeki")).doesNotContain(number);
        assertThat(listed("全件（主任）", "manabe")).contains(number);
        office.clock("2026-06-20T09:00");
        assertThat(listed("期限超過", "saeki")).contains(number);
        assertThat(listed("期限が近い", "saeki")).doesNotContain(number);
    }

    private List<String> filters(String account) {
        return office.as(account).get("/engine-rest/filter?resourceType=Task").findValuesAsText("name");
    }

    private List<String> listed(String filter, String account) {
        String id = office.as(account)
                .get("/engine-rest/filter?name="
                        + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8))
                .get(0)
                .path("id")
                .asText();
        JsonNode tasks = office.as(account).get("/engine-rest/filter/" + id + "/list");
        List<String> ids = tasks.findValuesAsText("id");
        Office.Session session = office.logsIn(account);
        List<String> numbers = new ArrayList<>();
        for (int first = 0; first < ids.size(); first += PAGE) {
            List<String> page = ids.subList(first, Math.min(first + PAGE, ids.size()));
            numbers.addAll(session.call("GET", "/api/task-cards?id=" + String.join(",", page), null)
                    .json()
                    .findValuesAsText("caseNumber"));
        }
        return numbers;
    }

    @Test
    void namesAreForThoseWhoMayOpenTheCase() {
        String number = received("2026-06-01");
        String task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        for (String account : List.of("uda", "yuasa", "minakami", "tezuka", "admin", "aoki")) {
            assertThat(office.logsIn(account)
                            .call("GET", "/api/task-cards?id=" + task, null)
                            .text())
                    .as(account)
                    .doesNotContain("分担");
        }
        assertThat(office.logsIn("manabe")
                        .call("GET", "/api/task-cards?id=" + task, null)
                        .text())
                .contains("分担 太一");
    }
}
