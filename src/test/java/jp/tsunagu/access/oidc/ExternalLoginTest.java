package jp.tsunagu.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.account.AccountFacts;
import jp.tsunagu.access.login.Browser;
import jp.tsunagu.access.login.Browser.Page;
import jp.tsunagu.engine.Members;
import jp.tsunagu.story.IdentityProviderAddress;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Login at a real identity provider: authorization code with PKCE, over the wire, and what it makes of people here. */
@ExtendWith(OutputCaptureExtension.class)
class ExternalLoginTest extends OfficeStory {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String LOGOUT_OF_WEBAPPS = "/camunda/api/admin/auth/user/default/logout";
    private static final Pattern NEXT = Pattern.compile("\\{\"next\":\"([^\"]+)\"}");
    private static final String SUPPORT = "CN=soudan,OU=minato";

    private static ConfigurableApplicationContext provider;

    @Autowired
    private AccountFacts facts;

    @Autowired
    private Members members;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    private String here;

    @BeforeEach
    void theProviderRuns() {
        here = "http://127.0.0.1:" + port;
        if (provider == null) {
            assertThat(new Browser(here)
                            .follows(new Browser(here).opens("/login/external"))
                            .text())
                    .as("nobody there yet")
                    .contains("統合認証につながりません");
            provider = IdentityProvider.startFor(here);
        }
    }

    @AfterEach
    void peopleLeave() {
        IdentityProvider.PEOPLE.clear();
        for (String id : List.of("hanakosato", "inoue", "warawa", "kyaku", "kaneko")) {
            identity.deleteUser(id);
            database.sql("delete from account where user_id = ?").params(id).update();
        }
        database.sql("update account set external = false, external_id = null").update();
    }

    @AfterAll
    static void theProviderStops() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    private static void person(String name, String account, List<String> groups, Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("preferred_username", account);
        claims.put("groups", groups);
        claims.put("family_name", "統合");
        claims.put("given_name", name);
        IdentityProvider.PEOPLE.put(name, claims);
    }

    /** As a person does: the link of our login page, the form of the other, and back. */
    private static Page logsIn(Browser browser, String name) {
        Page there = browser.follows(browser.opens("/login/external"));
        assertThat(there.text()).contains("Please sign in");
        Matcher token = TOKEN.matcher(there.text());
        assertThat(token.find()).isTrue();
        Page back = browser.posts(
                IdentityProviderAddress.ISSUER + "/login",
                Map.of("username", name, "password", IdentityProvider.PASSWORD, "_csrf", token.group(1)));
        return browser.follows(back);
    }

    @Test
    void somebodyIsKnownThereAndWorksHere(CapturedOutput log) {
        person("hanako", "Hanako.Sato@city.example", List.of(SUPPORT, "tennis"), Map.of());
        Browser browser = new Browser(here);
        assertThat(browser.opens("/login").text()).contains("統合認証でログイン");
        assertThat(browser.opens("/oauth2/authorization/tsunagu").next())
                .startsWith(IdentityProviderAddress.ISSUER + "/oauth2/authorize")
                .contains("code_challenge_method=S256", "response_type=code", "state=", "nonce=");

        assertThat(logsIn(browser, "hanako").text()).contains("Camunda Tasklist");
        assertThat(members.groupsOf("hanakosato")).containsExactly(Roles.CONSULTATION_SUPPORTER);
        assertThat(members.nameOf("hanakosato")).isEqualTo("統合 hanako");
        assertThat(log.getAll()).contains("統合認証のグループ「tennis」").doesNotContain("グループ「" + SUPPORT);
        // every door knows who it is
        assertThat(browser.opens("/cases").text()).contains("統合 hanako");
        assertThat(browser.asks(TASKS).status()).isEqualTo(200);
        assertThat(browser.asks("/engine-rest/task/count").status()).isEqualTo(200);
        assertThat(browser.asks("/api/menu").text()).contains("支援台帳");
        // there is no password that would open it here
        assertThat(new Browser(here).logsIn("hanakosato", "").next()).contains("error");
        assertThat(database.sql("select count(*) from act_id_user where id_ = 'hanakosato' and pwd_ is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        Page out = browser.posts("/logout", Map.of());
        assertThat(out.next()).startsWith(IdentityProviderAddress.ISSUER + "/connect/logout");
        assertThat(browser.follows(out).text()).contains("ログアウトしました");
        assertThat(browser.opens("/cases").next()).endsWith("/login");

        // another role there is another role here, at the next login; and the form of the provider asks again
        person("hanako", "hanako.sato", List.of("shunin"), Map.of());
        logsIn(browser, "hanako");
        assertThat(members.groupsOf("hanakosato")).containsExactly(Roles.CHIEF);
        assertThat(database.sql("select by_user || ' ' || act || coalesce(' ' || group_id, '') from account_act"
                                + " where user_id = 'hanakosato' order by id")
                        .query(String.class)
                        .list())
                .containsSubsequence(
                        "統合認証 利用者の登録",
                        "統合認証 役割を付けた " + Roles.CONSULTATION_SUPPORTER,
                        "統合認証 役割を外した " + Roles.CONSULTATION_SUPPORTER,
                        "統合認証 役割を付けた " + Roles.CHIEF);
    }

    /** The button of Tasklist, Cockpit and Admin: their script sends this and leads the browser to what is answered. */
    @Test
    void whoLogsOutInAWebappIsLoggedOutThereToo() {
        person("hanako", "hanako.sato", List.of(SUPPORT), Map.of());
        Browser browser = new Browser(here);
        logsIn(browser, "hanako");
        Matcher next = NEXT.matcher(browser.posts(LOGOUT_OF_WEBAPPS, Map.of()).text());
        assertThat(next.matches()).isTrue();
        assertThat(next.group(1))
                .startsWith(IdentityProviderAddress.ISSUER + "/connect/logout")
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.opens("/cases").next()).endsWith("/login");
        assertThat(browser.follows(browser.opens(next.group(1))).text()).contains("ログアウトしました");
        // asks who it is, as it would not of somebody it still knows
        logsIn(browser, "hanako");

        // whoever came with a password here has nothing to end elsewhere
        Browser local = new Browser(here);
        local.logsIn("saeki", "demo");
        local.opens("/camunda/app/tasklist/default/");
        assertThat(local.posts(LOGOUT_OF_WEBAPPS, Map.of()).text()).isEqualTo("{\"next\":\"/login?logout\"}");
    }

    @Test
    void aContractorComesWithALastDayAndWithoutTheWardsRoles() {
        person("inoue", "inoue", List.of(SUPPORT), Map.of("itaku", true, "itaku_until", "2099-03-31"));
        person("warawa", "warawa", List.of("ku"), Map.of("itaku", true, "itaku_until", "2099-03-31"));
        logsIn(new Browser(here), "inoue");
        assertThat(facts.isContractor("inoue")).isTrue();
        assertThat(facts.endsOn("inoue"))
                .hasValueSatisfying(day -> assertThat(day).hasToString("2099-03-31"));

        assertThat(logsIn(new Browser(here), "warawa").text()).contains("区の決定に関わる役割は付けられません");
        assertThat(identity.createUserQuery().userId("warawa").count()).isZero();
        assertThat(facts.isContractor("warawa")).isFalse();

        person("inoue", "inoue", List.of(SUPPORT), Map.of("itaku", true, "itaku_until", "2020-03-31"));
        assertThat(logsIn(new Browser(here), "inoue").text()).contains("利用期間が終わったか、停止されています");
    }

    @Test
    void whoHasNoRoleOrTheNameOfSomebodyHereStaysOutside() {
        person("kyaku", "kyaku", List.of("tennis"), Map.of());
        person("other", "saeki", List.of(SUPPORT), Map.of());
        assertThat(logsIn(new Browser(here), "kyaku").text()).contains("ここでの役割がありません");
        Browser browser = new Browser(here);
        assertThat(logsIn(browser, "other").text()).contains("ここで別に登録されていて");
        assertThat(browser.opens("/cases").next()).endsWith("/login");

        // an administrator says that it is the same person
        office.logsIn("admin")
                .posts(
                        "/accounts/saeki",
                        Map.of("familyName", "佐伯", "groups", Roles.CONSULTATION_SUPPORTER, "external", "true"));
        assertThat(logsIn(new Browser(here), "other").text()).contains("Camunda Tasklist");
        // from then on it is nobody else's
        person("third", "saeki", List.of(SUPPORT), Map.of());
        assertThat(logsIn(new Browser(here), "third").text()).contains("ここで別に登録されていて");
        identity.saveUser(named("saeki", "佐伯"));
    }

    private User named(String id, String family) {
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setFirstName(family);
        user.setLastName("");
        user.setEmail(null);
        return user;
    }

    @Test
    void aLockHereEndsWhatBeganThere() {
        person("kaneko", "kaneko", List.of(SUPPORT), Map.of());
        Browser browser = new Browser(here);
        logsIn(browser, "kaneko");
        assertThat(browser.opens("/cases").status()).isEqualTo(200);
        office.logsIn("admin").posts("/accounts/kaneko/lock", Map.of());
        assertThat(browser.opens("/cases").next()).endsWith("/login?ended");
        assertThat(logsIn(new Browser(here), "kaneko").text()).contains("停止されています");
        office.logsIn("admin").posts("/accounts/kaneko/unlock", Map.of());
        assertThat(logsIn(new Browser(here), "kaneko").text()).contains("Camunda Tasklist");
    }
}
