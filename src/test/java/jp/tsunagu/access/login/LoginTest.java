package jp.tsunagu.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.login.Browser.Page;
import jp.tsunagu.engine.Credentials;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.MovedTime;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One login for all doors: passwords, the first of them, how long a session counts, and who may try how often. */
class LoginTest extends OfficeStory {

    private static final String PERSON = "shimizu";
    private static final String FIRST = "first-of-somebody-else";
    private static final String OWN = "umi tsukue denwa";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MovedTime time;

    private Browser browser;

    @BeforeEach
    void aNewColleague() {
        time.pass(Duration.ofHours(1));
        User person = identity.newUser(PERSON);
        person.setFirstName("清水");
        person.setLastName("");
        person.setPassword(FIRST);
        identity.saveUser(person);
        identity.createMembership(PERSON, Roles.CONSULTATION_SUPPORTER);
        browser = new Browser(port);
    }

    @AfterEach
    void theColleagueLeaves() {
        identity.deleteUser(PERSON);
        database.sql("delete from account where user_id = ?").params(PERSON).update();
        database.sql("delete from account_address where user_id = ?")
                .params(PERSON)
                .update();
    }

    private Machine machine() {
        return new Machine("127.0.0.1", port);
    }

    private String stored() {
        return database.sql("select pwd_ from act_id_user where id_ = ?")
                .params(PERSON)
                .query(String.class)
                .single();
    }

    private void mustChange() {
        database.sql("update account set must_change_password = true where user_id = ?")
                .params(PERSON)
                .update();
    }

    @Test
    void theFirstPasswordIsReplacedBeforeAnythingElse() throws IOException {
        mustChange();
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(403);

        browser.logsIn(PERSON, FIRST);
        for (String page : new String[] {"/cases", TASKLIST, "/notices", "/account/other"}) {
            assertThat(browser.opens(page).next()).as(page).endsWith("/account/password");
        }
        assertThat(browser.asks(TASKS).text()).contains("PasswordChangeRequired");
        assertThat(browser.asks("/api/menu").status()).isEqualTo(403);
        assertThat(browser.opens("/account/password").text())
                .contains("初回パスワードを変更する")
                .doesNotContain("支援台帳");

        assertThat(changed(FIRST, "kazoku").text()).contains("10文字以上");
        assertThat(changed(FIRST, "shimizu123").text()).contains("利用者IDを含む");
        assertThat(changed(FIRST, "password123").text()).contains("推測されやすい");
        assertThat(changed(FIRST, FIRST).text()).contains("今のものと同じ");
        assertThat(changed("something else", OWN).text()).contains("今のパスワードが違います");
        assertThat(changed(FIRST, OWN).next()).endsWith("/login?changed");

        assertThat(browser.logsIn(PERSON, FIRST).next()).contains("/login?error");
        browser.logsIn(PERSON, OWN);
        assertThat(browser.opens("/cases").status()).isEqualTo(200);
        assertThat(machine().knocks(PERSON, OWN)).isEqualTo(200);
    }

    private Page changed(String present, String next) {
        return browser.posts("/account/password", Map.of("present", present, "next", next, "again", next));
    }

    @Test
    void aMachineChangesItsFirstPasswordItself() throws IOException {
        mustChange();
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(403);
        String change = "{\"present\": \"" + FIRST + "\", \"next\": \"" + OWN + "\"}";
        assertThat(machine().send("POST", "/api/account/password", PERSON, FIRST, change))
                .isEqualTo(204);
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(401);
        assertThat(machine().knocks(PERSON, OWN)).isEqualTo(200);
    }

    @Test
    void aPasswordThatAnAdministratorSetsAtAnyDoorIsAFirstOne() throws IOException {
        Map<String, Object> weak = Map.of("password", "password123", "authenticatedUserPassword", "demo");
        Answer refused = office.as("admin").call("PUT", "/engine-rest/user/" + PERSON + "/credentials", weak);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("推測されやすい").doesNotContain("password123");
        Map<String, Object> strong = Map.of("password", OWN, "authenticatedUserPassword", "demo");
        assertThat(office.as("admin")
                        .call("PUT", "/engine-rest/user/" + PERSON + "/credentials", strong)
                        .ok())
                .isTrue();
        assertThat(machine().knocks(PERSON, OWN)).isEqualTo(403);
    }

    @Test
    void passwordsAreStoredByAStrongSchemeAndOldOnesAnewAtTheNextLogin() throws IOException {
        assertThat(stored()).startsWith("{" + Credentials.SCHEME + "}$argon2id$");
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt(FIRST + "saltOfOldTimes");
        database.sql("update act_id_user set pwd_ = ?, salt_ = 'saltOfOldTimes' where id_ = ?")
                .params(old, PERSON)
                .update();
        assertThat(machine().knocks(PERSON, "not the password")).isEqualTo(401);
        assertThat(stored()).isEqualTo(old);
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
        assertThat(stored()).startsWith("{" + Credentials.SCHEME + "}");
        time.pass(Duration.ofMinutes(6));
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
    }

    /** Tasklist asks for its lists by itself; that is nobody's presence. What was typed outlives the session. */
    @Test
    void aSessionWithoutAnybodyIsOverAlthoughItsPagePolls() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.named("席野 空", "せきの そら", "1980-01-01"));
        String draft = "/api/drafts/task/"
                + office.as("saeki").task(number, "decideTriage").path("id").asText();
        browser.logsIn("saeki", "demo");
        browser.opens(TASKLIST);
        for (int minute = 0; minute < 28; minute += 7) {
            time.pass(Duration.ofMinutes(7));
            assertThat(browser.asks(TASKS).status()).isEqualTo(200);
        }
        assertThat(browser.puts(draft, "{\"triageReason\": \"書きかけ\"}").status()).isLessThan(300);
        for (int minute = 0; minute < 28; minute += 7) {
            time.pass(Duration.ofMinutes(7));
            assertThat(browser.asks(TASKS).status()).isEqualTo(200);
        }
        assertThat(browser.posts("/api/activity", Map.of()).status()).isEqualTo(204);
        time.pass(Duration.ofMinutes(31));
        assertThat(browser.asks(TASKS).status()).isEqualTo(401);
        assertThat(browser.asks("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(browser.opens("/cases").next()).endsWith("/login");
        browser.logsIn("saeki", "demo");
        assertThat(browser.asks(draft).text()).contains("書きかけ");
    }

    @Test
    void everySessionEndsAtTheNextRequestWhenItsOwnerSaysSo() {
        Browser other = new Browser(port);
        browser.logsIn(PERSON, FIRST);
        other.logsIn(PERSON, FIRST);
        assertThat(other.opens("/cases").status()).isEqualTo(200);
        assertThat(browser.posts("/account/sessions/end", Map.of()).next()).endsWith("/login?everywhere");
        assertThat(other.asks(TASKS).status()).isEqualTo(401);
        assertThat(other.opens("/cases").next()).endsWith("/login");
        assertThat(browser.opens("/cases").next()).endsWith("/login");
    }

    @Test
    void anotherGroupCountsAtOnce() throws IOException {
        browser.logsIn(PERSON, FIRST);
        assertThat(browser.opens("/cases").status()).isEqualTo(200);
        identity.deleteMembership(PERSON, Roles.CONSULTATION_SUPPORTER);
        assertThat(browser.opens("/cases").next()).endsWith("/login?ended");
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
    }

    @Test
    void aSessionGetsAnotherNumberAtTheLogin() {
        browser.opens("/cases");
        String before = browser.cookie("JSESSIONID").orElseThrow();
        browser.logsIn(PERSON, FIRST);
        assertThat(browser.cookie("JSESSIONID")).get().isNotEqualTo(before);
        assertThat(browser.opens("/cases").status()).isEqualTo(200);
    }

    @Test
    void wrongPasswordsElsewhereDelayNobodyWhereTheyWork() throws IOException {
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
        browser.logsIn(PERSON, FIRST);
        time.pass(Duration.ofMinutes(6));
        int[] answers = new int[600];
        for (int i = 0; i < 100; i++) {
            answers[new Machine("127.0.9." + (1 + i % 50), port).knocks(PERSON, "guess " + i)]++;
        }
        assertThat(answers[401]).isBetween(20, 21);
        assertThat(answers[429]).isEqualTo(100 - answers[401]);
        // elsewhere also the right one waits; here it does not, nor does whoever is logged in
        assertThat(new Machine("127.0.9.99", port).knocks(PERSON, FIRST)).isEqualTo(429);
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
        assertThat(browser.asks("/api/menu").status()).isEqualTo(200);
    }

    @Test
    void atOneDeskTheWaitGrowsButNeverStays() throws IOException {
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
        time.pass(Duration.ofMinutes(6));
        for (int i = 0; i < 6; i++) {
            assertThat(machine().knocks(PERSON, "guess " + i)).isEqualTo(401);
        }
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(429);
        assertThat(browser.logsIn(PERSON, FIRST).next()).contains("/login?wait=");
        time.pass(Duration.ofSeconds(2));
        assertThat(machine().knocks(PERSON, "guess")).isEqualTo(401);
        time.pass(Duration.ofSeconds(1));
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(429);
        time.pass(Duration.ofMinutes(1));
        assertThat(machine().knocks(PERSON, FIRST)).isEqualTo(200);
    }

    @Test
    void anUnknownAccountIsAnsweredAsAWrongPasswordIs() {
        Page unknown = browser.follows(browser.logsIn("nobodyatall", "whatever it is"));
        Page wrong = browser.follows(browser.logsIn(PERSON, "whatever it is"));
        assertThat(unknown.text()).contains("利用者ID またはパスワードが違います");
        assertThat(wrong.text().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(unknown.text().replaceAll("value=\"[^\"]*\"", ""));
        browser.logsIn(PERSON, FIRST);
        browser.posts("/logout", Map.of());
        assertThat(recorded(PERSON)).endsWith("ログイン失敗", "ログイン", "ログアウト");
        assertThat(recorded("nobodyatall")).isEmpty();
        assertThat(database.sql("select distinct client from access_record where user_id = ?")
                        .params(PERSON)
                        .query(String.class)
                        .list())
                .as("also of a login that failed")
                .containsExactly("127.0.0.1");
    }

    private List<String> recorded(String user) {
        return database.sql("select action from access_record where user_id = ? order by id")
                .params(user)
                .query(String.class)
                .list();
    }
}
