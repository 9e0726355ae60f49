package jp.tsunagu.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.login.Browser;
import jp.tsunagu.access.login.Browser.Page;
import jp.tsunagu.engine.Members;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of accounts, and that what it forbids is forbidden at every other door too. */
class AccountsPageTest extends OfficeStory {

    private static final Pattern FIRST = Pattern.compile("first-password\">([^<]+)<");
    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final List<String> MADE = List.of("hoshino", "itakusha");

    @Autowired
    private AccountFacts facts;

    @Autowired
    private Members members;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private JdbcClient database;

    private Browser admin;

    private long lastAct;

    @BeforeEach
    void anAdministrator() {
        lastAct = database.sql("select coalesce(max(id), 0) from account_act")
                .query(Long.class)
                .single();
        office.on("2026-06-01");
        admin = new Browser(port);
        admin.logsIn("admin", "demo");
    }

    @AfterEach
    void asItWas() {
        MADE.forEach(id -> {
            identity.deleteUser(id);
            database.sql("delete from account where user_id = ?").params(id).update();
        });
    }

    private Page made(String id, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of("id", id, "familyName", "星野", "givenName", "光"));
        typed.putAll(more);
        return admin.posts("/accounts/new", typed);
    }

    private Page does(String act) {
        return admin.follows(admin.posts("/accounts/hoshino/" + act, Map.of()));
    }

    private static String first(Page shown) {
        Matcher first = FIRST.matcher(shown.text());
        assertThat(first.find()).as("a first password is shown").isTrue();
        return first.group(1);
    }

    @Test
    void anAccountFromItsFirstPasswordToItsEnd() {
        Page answered = made("hoshino", Map.of("groups", Roles.CONSULTATION_SUPPORTER));
        assertThat(answered.next()).as(answered.text()).endsWith("/accounts/hoshino");
        Page shown = admin.follows(answered);
        String first = first(shown);
        assertThat(admin.opens("/accounts/hoshino").text())
                .doesNotContain(first)
                .contains("利用者の登録");
        assertThat(admin.opens("/accounts").text()).contains("hoshino", "星野 光", "初回パスワード");

        Browser hoshino = new Browser(port);
        hoshino.logsIn("hoshino", first);
        assertThat(hoshino.opens("/cases").next()).endsWith("/account/password");
        hoshino.posts(
                "/account/password", Map.of("present", first, "next", "kawa no oto ni", "again", "kawa no oto ni"));
        hoshino.logsIn("hoshino", "kawa no oto ni");
        assertThat(hoshino.opens("/cases").status()).isEqualTo(200);
        assertThat(hoshino.opens("/accounts").status()).isEqualTo(403);

        assertThat(does("lock").text()).contains("利用を停止しました", "停止中");
        assertThat(hoshino.opens("/cases").next()).endsWith("/login?ended");
        assertThat(hoshino.logsIn("hoshino", "kawa no oto ni").next()).contains("closed");
        assertThat(hoshino.logsIn("hoshino", "not that one").next()).contains("error");
        assertThat(does("unlock").text()).contains("利用を再開しました");
        hoshino.logsIn("hoshino", "kawa no oto ni");
        assertThat(hoshino.opens("/cases").status()).isEqualTo(200);

        String again = first(does("reset"));
        assertThat(hoshino.opens("/cases").next()).endsWith("/login?ended");
        hoshino.logsIn("hoshino", again);
        assertThat(hoshino.opens("/cases").next()).endsWith("/account/password");

        assertThat(does("end").text()).contains("利用を終えました", "利用終了");
        assertThat(hoshino.opens("/cases").next()).endsWith("/login?ended");
        assertThat(made("hoshino", Map.of()).text()).contains("もう使われています");
    }

    @Test
    void aContractorsAccountEndsAndIsNeverInTheWardsLineByAnyDoor() {
        Map<String, String> contractor = Map.of("contractor", "true", "groups", Roles.CONSULTATION_SUPPORTER);
        assertThat(made("itakusha", contractor).text()).contains("利用できる最後の日", "value=\"星野\"");
        assertThat(made("itakusha", Map.of("contractor", "true", "endsOn", "令和9年13月1日"))
                        .text())
                .contains("R9.3.31 のように", "value=\"令和9年13月1日\"");
        assertThat(made("itakusha", Map.of("contractor", "true", "endsOn", "2026-06-30", "groups", Roles.WARD_OFFICER))
                        .text())
                .contains("委託先の利用者は、「区 担当」にはできません");
        String first = first(admin.follows(made(
                "itakusha",
                Map.of("contractor", "true", "endsOn", "R8.6.30", "groups", Roles.CONSULTATION_SUPPORTER))));
        assertThat(admin.opens("/accounts").text()).contains("R8.6.30");
        assertThat(facts.isContractor("itakusha")).isTrue();
        assertThat(facts.isContractor("saeki")).isFalse();

        for (String ward : Roles.WARD) {
            Answer refused =
                    office.as("admin").call("PUT", "/engine-rest/group/" + ward + "/members/itakusha", List.of());
            assertThat(refused.status()).as(ward).isEqualTo(400);
            assertThat(refused.text()).contains("委託先の利用者は");
            assertThat(office.logsIn("admin")
                            .call(
                                    "PUT",
                                    "/camunda/api/engine/engine/default/group/" + ward + "/members/itakusha",
                                    List.of())
                            .ok())
                    .isFalse();
        }
        assertThat(members.groupsOf("itakusha")).containsExactly(Roles.CONSULTATION_SUPPORTER);
        // nor does somebody of the ward become a contractor's and stay there
        assertThat(admin.posts(
                                "/accounts/uda",
                                Map.of(
                                        "familyName",
                                        "宇田",
                                        "contractor",
                                        "true",
                                        "endsOn",
                                        "2027-03-31",
                                        "groups",
                                        Roles.WARD_OFFICER))
                        .text())
                .contains("変わっていません");
        assertThat(facts.isContractor("uda")).isFalse();

        Browser itaku = new Browser(port);
        itaku.logsIn("itakusha", first);
        itaku.posts("/account/password", Map.of("present", first, "next", "tomo ni aruku", "again", "tomo ni aruku"));
        itaku.logsIn("itakusha", "tomo ni aruku");
        office.clock("2026-06-30T23:30");
        assertThat(itaku.opens("/cases").status()).isEqualTo(200);
        office.clock("2026-07-01T00:10");
        assertThat(itaku.opens("/cases").next()).endsWith("/login?ended");
        assertThat(itaku.logsIn("itakusha", "tomo ni aruku").next()).contains("closed");
    }

    @Test
    void theRolesOfBothSidesAreWarnedOfAndTheLastAdministratorStays() {
        Page shown = admin.follows(made("hoshino", Map.of("groups", Roles.CHIEF)));
        assertThat(shown.text()).doesNotContain("兼務に注意");
        identity.createMembership("hoshino", Roles.WARD_OFFICER);
        assertThat(admin.opens("/accounts/hoshino").text()).contains("兼務に注意", "センターの役割と区の役割を兼ねています");
        assertThat(admin.follows(admin.posts("/accounts/admin/lock", Map.of())).text())
                .contains("自分自身の利用は止められません");
        assertThat(admin.posts("/accounts/admin", Map.of("familyName", "管理")).text())
                .contains("ほかに利用できるシステム管理者がいません");
        assertThat(made("Bad Id", Map.of("email", "nowhere")).text())
                .contains("利用者IDは、英小文字で始まる", "メールアドレスの形が違います", "value=\"Bad Id\"");
    }

    @Test
    void workThatSomebodyLeavesBehindIsSaidAndGoesToTheChief() {
        String number = office.as("saeki").receives(Answers.named("残野 渡", "のこりの わたる", "1970-01-01"));
        assertThat(admin.opens("/accounts/saeki").text())
                .contains(number, "担当しているケース", "担当者ごとの仕事")
                .doesNotContain("残野");
        assertThat(admin.follows(made("hoshino", Map.of("groups", Roles.CONSULTATION_SUPPORTER)))
                        .text())
                .contains("利用者を登録しました", "担当しているケースも、手元のタスクもありません");
        database.sql("update case_worker set user_id = 'hoshino' where until is null and case_id ="
                        + " (select id from support_case where case_number = ?)")
                .params(number)
                .update();
        assertThat(does("end").text()).contains("利用を終えました");
        office.on("2026-06-03");
        assertThat(office.as("manabe").call("POST", "/api/watch", Map.of()).ok())
                .isTrue();
        assertThat(database.sql("select user_id from case_worker where until is null and case_id ="
                                + " (select id from support_case where case_number = ?)")
                        .params(number)
                        .query(String.class)
                        .list())
                .doesNotContain("hoshino")
                .isNotEmpty();
    }

    /** Admin and REST write accounts past our page, but not past the record. */
    @Test
    void whatIsDoneAtADoorOfTheEngineStandsThereToo() {
        Office.Person rest = office.as("admin");
        Office.Session camundaAdmin = office.logsIn("admin");
        String members = "/group/" + Roles.CONSULTATION_SUPPORTER + "/members/hoshino";
        Map<String, Object> profile = Map.of("id", "hoshino", "firstName", "星野", "lastName", "光");
        ok(rest.call(
                "POST",
                "/engine-rest/user/create",
                Map.of("profile", profile, "credentials", Map.of("password", "kawa no oto ni"))));
        ok(rest.call("PUT", "/engine-rest/user/hoshino/profile", profile));
        ok(camundaAdmin.call("PUT", WEBAPP + members, Map.of()));
        ok(camundaAdmin.call("DELETE", WEBAPP + members, null));
        ok(rest.call(
                "PUT",
                "/engine-rest/user/hoshino/credentials",
                Map.of("password", "yama no oto ni", "authenticatedUserPassword", "demo")));
        assertThat(acts("user_id = 'hoshino'"))
                .containsExactly(
                        "admin 利用者の登録 null",
                        "admin 登録内容の変更 null",
                        "admin 役割を付けた " + Roles.CONSULTATION_SUPPORTER,
                        "admin 役割を外した " + Roles.CONSULTATION_SUPPORTER,
                        "admin パスワードの設定 null");
        assertThat(admin.opens("/accounts/hoshino").text()).contains("役割を付けた（相談支援員）", "システム管理者");

        Map<String, Object> guests = Map.of("id", "guests", "name", "見学", "type", "TSUNAGU");
        assertThat(rest.call("POST", "/engine-rest/group/create", guests).status())
                .as("nobody makes groups, unless somebody lets them")
                .isEqualTo(403);
        Authorization letThem = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        letThem.setUserId("admin");
        letThem.setResource(Resources.GROUP);
        letThem.setResourceId(Authorization.ANY);
        letThem.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(letThem);
        try {
            ok(rest.call("POST", "/engine-rest/group/create", guests));
            ok(rest.call("PUT", "/engine-rest/group/guests/members/hoshino", Map.of()));
            ok(rest.call("DELETE", "/engine-rest/group/guests", null));
        } finally {
            authorizations.deleteAuthorization(letThem.getId());
        }
        assertThat(acts("group_id = 'guests'"))
                .containsExactly(
                        "admin グループの登録 guests", "admin 役割を付けた guests", "admin 役割を外した guests", "admin グループの削除 guests");
        assertThat(admin.opens("/accounts").text()).contains("グループの削除（guests）");

        // what cannot be written down does not happen, and what is refused is not written down
        database.sql("alter table account_act add constraint nothing_more check (user_id <> 'hoshino') not valid")
                .update();
        try {
            assertThat(rest.call("PUT", "/engine-rest" + members, Map.of()).ok())
                    .isFalse();
            assertThat(rest.call("DELETE", "/engine-rest/user/hoshino", null).ok())
                    .isFalse();
        } finally {
            database.sql("alter table account_act drop constraint nothing_more").update();
        }
        assertThat(identity.createUserQuery().userId("hoshino").count()).isEqualTo(1);
        assertThat(identity.createGroupQuery().groupMember("hoshino").count()).isZero();
        ok(rest.call("DELETE", "/engine-rest/user/hoshino", null));
        assertThat(acts("user_id = 'hoshino'")).endsWith("admin 利用者の削除 null");
    }

    private static void ok(Answer answer) {
        assertThat(answer.ok()).as(answer.toString()).isTrue();
    }

    private List<String> acts(String where) {
        return database.sql("select by_user || ' ' || act || ' ' || coalesce(group_id, 'null') from account_act where "
                        + where + " and id > :since order by id")
                .param("since", lastAct)
                .query(String.class)
                .list();
    }
}
