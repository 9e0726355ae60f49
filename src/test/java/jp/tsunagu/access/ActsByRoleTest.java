package jp.tsunagu.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.tsunagu.procedure.publish.HouseholdStep;
import jp.tsunagu.procedure.publish.PublishingOffice;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import jp.tsunagu.story.SubmittedPlan;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The acts that matter most, each sent by every role with everything that it takes: who gets through is who has really changed
 * something. {@link AccessTableTest} calls the same doors with nothing in hand.
 */
class ActsByRoleTest extends OfficeStory {

    static final Path INTENDED = Path.of("src/test/resources/act-table.txt");
    private static final Path FOUND = Path.of("target/act-table.txt");
    private static final Map<String, String> REASON = Map.of("reason", "VIOLENCE", "note", "表の確認", "named", "manabe");
    private static final String SUPPORT = "employmentPreparationSupport";
    private static final String ACCOUNT = "tableacts";

    @Autowired
    private JdbcClient database;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final Map<String, Office.Session> sessions = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    private String own;
    private String other;
    private String restricted;

    @Test
    void nobodyElseActs() throws IOException {
        office.on("2026-06-15");
        AccessTableTest.ROLES.keySet().forEach(account -> sessions.put(account, office.logsIn(account)));
        own = SubmittedPlan.of(office, "操甲 見出子");
        other = office.as("aoki").receives(Answers.named("操乙 見出子", "みだし", "1980-02-02"));
        restricted = office.as("aoki").receives(Answers.named("操丙 見出子", "みだし", "1980-03-03"));
        sends("manabe", "/cases/" + restricted + "/restriction", with(REASON, "named", "aoki"));

        restriction();
        ownData();
        events();
        decisions();
        viewings();
        disposal();
        accounts();
        publication();
        calendar();

        String found = String.join("\n", rows) + "\n";
        Files.writeString(FOUND, found);
        assertThat(found)
                .as("as in %s; if the change is intended, read %s and put it there", INTENDED, FOUND)
                .isEqualTo(Files.readString(INTENDED));
    }

    private void restriction() {
        for (String number : List.of(own, other)) {
            String address = "/cases/" + number + "/restriction";
            String restrictions =
                    "select count(*)::varchar from case_restriction where ended_at is null and case_number = '" + number
                            + "'";
            act((number.equals(own) ? "提出済みの" : "相談支援員2の") + "ケースを制限する", address, REASON, restrictions, () -> {
                name(number, "uda", false);
                sends("manabe", address + "/end-proposal", Map.of("lookedUpOn", "R8.6.15", "endNote", "終わった"));
                sends("uda", address + "/end", Map.of("confirmed", "true"));
                assertThat(told(restrictions)).isEqualTo("0");
            });
        }
        Map<String, String> unlock = Map.of("reason", "CONTACT", "note", "訪問の約束");
        for (String number : List.of(own, restricted)) {
            act(
                    (number.equals(own) ? "制限していないケース" : "制限ケース") + "の連絡先を開く",
                    "/cases/" + number + "/unlock",
                    unlock,
                    "select count(*)::varchar from case_unlock where case_number = '" + number + "'",
                    () -> {});
        }
        String address = "/cases/" + restricted + "/restriction";
        act(
                "制限ケースに人を指定する",
                address + "/named",
                Map.of("account", "nishina"),
                "select count(*)::varchar from case_restriction_named n join case_restriction r on r.id = n.restriction_id"
                        + " where n.until is null and r.case_number = '" + restricted + "'",
                () -> name(restricted, "nishina", true));
        String row = " from case_restriction where ended_at is null and case_number = '" + restricted + "'";
        act(
                "支援措置の期限を書く",
                address + "/measure",
                Map.of("measureUntil", "R9.3.31"),
                "select coalesce(measure_until::varchar, '')" + row,
                () -> sends("manabe", address + "/measure", Map.of("measureUntil", "")));
        act(
                "制限の解除を提案する",
                address + "/end-proposal",
                Map.of("lookedUpOn", "R8.6.15", "endNote", "終わった"),
                "select coalesce(end_proposed_by, '')" + row,
                () -> sends("manabe", address + "/end-proposal", Map.of("withdraw", "true")));
        name(restricted, "uda", false);
        sends("uda", address + "/end-proposal", Map.of("lookedUpOn", "R8.6.15", "endNote", "終わった"));
        act(
                "区担当が提案した制限の解除を確認する",
                address + "/end",
                Map.of("confirmed", "true"),
                "select count(*)::varchar" + row,
                () -> sends("manabe", address, with(REASON, "named", "aoki")));
    }

    private void name(String number, String account, boolean remove) {
        sends("manabe", "/cases/" + number + "/restriction/named", Map.of("account", account, "remove", "" + remove));
    }

    private void ownData() {
        forEachCase((kind, number) -> row(
                kind + "開示請求を書き出す",
                account -> sends(account, "/cases/" + number + "/own-data", Map.of())
                        .text()
                        .startsWith("PK")));
    }

    /** Anybody at the centre may report an emergency of a case that they may not read. */
    private void events() {
        forEachCase((kind, number) -> row(
                kind + "出来事（緊急）を知らせる",
                account -> office.as(account)
                        .tryReport(
                                number,
                                "emergencyNeeded",
                                UUID.randomUUID().toString(),
                                Answers.of("urgencyKinds", List.of("food"), "urgencyNote", "今夜の食べ物がない。"))
                        .ok()));
    }

    private void decisions() {
        decision("checkPlan", "uda", "/engine-rest", Answers.suitable(SUPPORT));
        decision("approveAsSubsectionChief", "otsuki", "/camunda/api/engine/engine/default", Answers.approval());
        decision("decidePlan", "kaji", "/engine-rest/engine/default", Answers.decision("decided"));
    }

    /** Everybody reaches for the task and sends what its holder has filled in, the holder last. */
    private void decision(String step, String holder, String base, Map<String, Object> answers) {
        office.as(holder).takes(own, step);
        String task = office.as(holder).task(own, step).path("id").asText();
        ObjectNode document = office.as(holder).open(task);
        Office.answer(document, answers);
        List<String> through = new ArrayList<>();
        List<String> order = new ArrayList<>(AccessTableTest.ROLES.keySet());
        order.remove(holder);
        order.add(holder);
        for (String account : order) {
            String before = told(step(task));
            Office.Session session = sessions.get(account);
            session.call("POST", base + "/task/" + task + "/claim", Map.of("userId", account));
            session.call("POST", base + "/task/" + task + "/submit-form", Office.formDocument(document));
            if (!told(step(task)).equals(before)) {
                through.add(account);
            }
        }
        rows.add("提出済みのケースで " + step + " を送る（" + base + "） | " + names(through));
    }

    private static String step(String task) {
        return "select coalesce(max(coalesce(assignee_, '')), 'done') from act_ru_task where id_ = '" + task + "'";
    }

    private void viewings() {
        for (String number : List.of(other, restricted)) {
            act(
                    (number.equals(other) ? "相談支援員2の" : "制限") + "ケースを、理由を述べて閲覧する",
                    "/viewings",
                    Map.of("number", number, "reason", "OTHER", "note", "電話への応対"),
                    "select count(*)::varchar from case_viewing where case_number = '" + number + "'",
                    () -> {});
        }
        String viewing = told("select id::varchar from case_viewing where user_id = 'saeki' and case_number = '" + other
                + "' limit 1");
        act(
                "閲覧を確認する",
                "/viewings/" + viewing + "/judgement",
                Map.of("objects", "true", "note", "理由に当たらない"),
                "select coalesce(judgement, '') from case_viewing where id = '" + viewing + "'",
                () -> {});
    }

    private void disposal() {
        String over = office.as("saeki").receives(Answers.named("操丁 見出子", "みだし", "1980-04-04"));
        office.as("saeki")
                .does(
                        over,
                        "decideTriage",
                        Answers.with(
                                Answers.triage("informationOnly"),
                                "informationGiven",
                                "国保の窓口",
                                "nextContactDate",
                                null));
        database.sql("update support_case set closed_on = '2010-04-01' where case_number = ?")
                .param(over)
                .update();
        String disposals = "select coalesce(string_agg(state, ',' order by proposed_at), '') from disposal"
                + " where state in ('PROPOSED', 'APPROVED') and case_number = '" + over + "'";
        String holds = "select count(*)::varchar from retention_hold h join support_case c on c.id = h.case_id"
                + " where h.released_at is null and c.case_number = '" + over + "'";
        Supplier<String> id = () -> told("select coalesce(max(id::varchar), '') from disposal"
                + " where state in ('PROPOSED', 'APPROVED') and case_number = '" + over + "'");
        Runnable withdraw = () -> sends("kaji", "/disposal/withdraw", Map.of("id", id.get()));
        act(
                "廃棄を止める",
                "/disposal/hold",
                ground(over, "AUDIT"),
                holds,
                () -> sends("kaji", "/disposal/release", Map.of("number", over, "note", "終わった")));
        sends("kaji", "/disposal/hold", ground(over, "AUDIT"));
        act(
                "廃棄の停止をやめる",
                "/disposal/release",
                Map.of("number", over, "note", "終わった"),
                holds,
                () -> sends("kaji", "/disposal/hold", ground(over, "AUDIT")));
        sends("kaji", "/disposal/release", Map.of("number", over, "note", "終わった"));
        act("廃棄を提案する", "/disposal/propose", Map.of("picked", over), disposals, withdraw);
        act(
                "消去の請求を提案する",
                "/disposal/request",
                with(ground(over, "OBTAINED_UNLAWFULLY"), "on", "R8.6.1", "unhindered", "true"),
                disposals,
                withdraw);
        sends("manabe", "/disposal/propose", Map.of("picked", over));
        act("主任が提案した廃棄を承認する", "/disposal/approve", Map.of("picked", id.get()), disposals, () -> {});
        row("廃棄を取りやめる", account -> {
            boolean acted = changed(disposals, () -> sends(account, "/disposal/withdraw", Map.of("id", id.get())));
            if (acted) {
                sends("manabe", "/disposal/propose", Map.of("picked", over));
            }
            return acted;
        });
        withdraw.run();
    }

    private static Map<String, String> ground(String number, String ground) {
        return Map.of("number", number, "ground", ground, "note", "表の確認");
    }

    private void accounts() {
        String state =
                "select coalesce(max(contractor::varchar || coalesce(ends_on::varchar, '-') || must_change_password"
                        + " || coalesce(locked_until::varchar, '-') || coalesce(password_changed_at::varchar, '-')), '')"
                        + " from account where user_id = '" + ACCOUNT + "'";
        String user = "select count(*)::varchar || coalesce(max(last_), '') || coalesce(max(pwd_), '') from act_id_user"
                + " where id_ = '" + ACCOUNT + "'";
        Map<String, String> typed = Map.of(
                "id", ACCOUNT, "familyName", "表", "givenName", "操作", "groups", "statistics-officer", "email", "");
        act("利用者を登録する", "/accounts/new", typed, user, () -> {});
        String one = "/accounts/" + ACCOUNT;
        act("利用者の登録内容を変える", one, with(typed, "givenName", "変更"), user, () -> {});
        act("利用を停止する", one + "/lock", Map.of(), state, () -> {});
        act("利用を再開する", one + "/unlock", Map.of(), state, () -> {});
        act("初回パスワードを再発行する", one + "/reset", Map.of(), user, () -> {});
        act("利用を終える", one + "/end", Map.of(), state, () -> {});
        identity.deleteUser(ACCOUNT);
    }

    private void publication() {
        PublishingOffice administrators = beans.createBean(PublishingOffice.class);
        String drafts = "select count(*)::varchar from procedure_draft where title = '表の改定案'";
        act("改定案を始める", "/procedures/drafts", Map.of("title", "表の改定案", "reason", "表の確認"), drafts, () -> {});
        int draft = administrators.draft("表の改定案2", HouseholdStep.in(administrators.present()));
        String address = "/procedures/drafts/" + draft + "/publication";
        String state = "select state from procedure_draft where id = " + draft;
        Map<String, String> proposal = with(administrators.proposal(draft), "act", "propose", "effectiveOn", "R8.12.1");
        act("改定案の承認を求める", address, proposal, state, () -> {});
        act("自分が作った改定案を承認する", address, Map.of("act", "approve"), state, () -> {});
        Office.Session hirai = office.logsIn("hirai");
        assertThat(changed(state, () -> hirai.submits(address, Map.of("act", "approve"))))
                .as("another administrator approves it")
                .isTrue();
        act("承認された改定案を編集に戻す", address, Map.of("act", "giveBack", "reason", "試し終わり"), state, () -> {});
        act("改定案を取り下げる", address, Map.of("act", "withdraw", "reason", "試し終わり"), state, () -> {});
    }

    private void calendar() {
        row(
                "開庁日を訂正する",
                account -> sessions.get(account)
                        .call("PUT", "/api/calendar/2026-07-01", Map.of("open", false, "reason", "停電のため"))
                        .ok());
        row(
                "開庁日の訂正をやめる",
                account -> sessions.get(account)
                        .call("DELETE", "/api/calendar/2026-07-01", null)
                        .ok());
    }

    private interface OneCase {
        void tried(String kind, String number);
    }

    private void forEachCase(OneCase act) {
        act.tried("提出済みのケースの", own);
        act.tried("相談支援員2のケースの", other);
        act.tried("制限ケースの", restricted);
    }

    /** Everybody sends it; whoever has changed what the statement tells got through, and it is put back. */
    private void act(String row, String address, Map<String, String> fields, String state, Runnable undo) {
        row(row, account -> {
            boolean acted = changed(state, () -> sends(account, address, fields));
            if (acted) {
                undo.run();
            }
            return acted;
        });
    }

    private boolean changed(String state, Runnable act) {
        String before = told(state);
        act.run();
        return !told(state).equals(before);
    }

    private void row(String row, Predicate<String> gotThrough) {
        rows.add(row + " | "
                + names(AccessTableTest.ROLES.keySet().stream()
                        .filter(gotThrough)
                        .toList()));
    }

    private static String names(List<String> accounts) {
        return accounts.isEmpty()
                ? "―"
                : accounts.stream().map(AccessTableTest.ROLES::get).collect(joining(" "));
    }

    private Answer sends(String account, String address, Map<String, String> fields) {
        return sessions.get(account).submits(address, fields);
    }

    private String told(String statement) {
        return database.sql(statement).query(String.class).optional().orElse("");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new TreeMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
