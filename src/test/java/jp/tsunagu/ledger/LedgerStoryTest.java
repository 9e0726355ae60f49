package jp.tsunagu.ledger;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who finds whom in the ledger, and when a case comes onto which list. */
class LedgerStoryTest extends OfficeStory {

    private static final List<String> STAFF =
            List.of("saeki", "aoki", "manabe", "kobayakawa", "nishina", "uda", "kaji");

    @Autowired
    private JdbcClient database;

    @Autowired
    private CasePages pages;

    @Autowired
    private CaseReaders readers;

    @Autowired
    private Clock clock;

    @Autowired
    private Settings settings;

    private final Map<String, Session> browsers = new HashMap<>();

    private String receive(String account, String name, String kana, String birthDate) {
        return office.as(account).receives(Answers.named(name, kana, birthDate));
    }

    private Session at(String account) {
        return browsers.computeIfAbsent(account, office::logsIn);
    }

    private Answer search(String account, String words) {
        return at(account).posts("/cases", Map.of("words", words));
    }

    @Test
    void foundHoweverTheNameIsWrittenAndBySoundBirthdayAndNumber() {
        office.on("2026-10-05");
        String number = receive("saeki", "髙槗 𠮷緒", "たかはし　よしを", "1975-03-01");
        String serial = number.replaceAll("R8-0*", "");
        for (String words : List.of(
                "高橋",
                "髙橋 吉緒",
                "高橋𠮷緒",
                "ﾀｶﾊｼ",
                "たかはし よしお",
                "はしよし",
                "吉緒 S50.3.1",
                "昭和50年3月1日 たか",
                number,
                "Ｒ８ー" + serial,
                "高橋 R8-" + serial)) {
            assertThat(search("saeki", words).text()).as(words).contains("/cases/" + number, "髙槗 𠮷緒");
        }
        for (String words : List.of("高橋 S50.3.2", "高橋緒", "たかはす", "R7-" + serial)) {
            assertThat(search("saeki", words).text()).as(words).doesNotContain(number + "\"");
        }
    }

    /** By work, not by employer: a name is shown to those only who may open the case. */
    @Test
    void nobodySeesANameTheyMayNot() {
        office.on("2026-10-05");
        String number = receive("saeki", "秘田 隠江", "ひだ かくえ", "1980-07-07");
        office.as("saeki").does(number, "decideTriage", Answers.triage("continueSupport"));
        for (String account : STAFF) {
            boolean may = readers.mayRead(account, number);
            assertThat(may).as(account).isEqualTo(List.of("saeki", "manabe").contains(account));
            for (String words : List.of("秘田", "ひだ", "S55.7.7", number)) {
                String page = search(account, words).text();
                assertThat(page.contains("隠江")).as(account + " " + words).isEqualTo(may);
                assertThat(page.contains("/cases/" + number))
                        .as(account + " " + words)
                        .isEqualTo(may);
            }
            for (CaseList list : CaseList.values()) {
                assertThat(may || !lists(account, list).contains(number))
                        .as(account + " " + list)
                        .isTrue();
            }
        }
        office.as("saeki")
                .does(number, "obtainApplicationAndConsent", with(Answers.application(), "employmentWished", true));
        assertThat(search("kobayakawa", "秘田").text()).doesNotContain("隠江");
        office.as("kobayakawa").takes(number, "assessEmployment");
        assertThat(search("kobayakawa", "秘田").text()).as("has a step in hand").contains("隠江");
        assertThat(lists("kobayakawa", CaseList.OWN)).contains(number);
    }

    /** The pages of a list as this person's browser shows them, 主任's those of the whole office. */
    private String lists(String account, CaseList list) {
        Session browser = at(account);
        StringBuilder all = new StringBuilder();
        String page = "";
        for (int number = 1; number == 1 || page.contains("次のページ"); number++) {
            page = browser.opens("/cases?scope=office&list=" + list.key() + "&page=" + number)
                    .text();
            all.append(page);
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuasa", "minakami", "kansa", "tezuka", "admin"})
    void whoHasNoBusinessWithCasesIsToldSo(String account) {
        Session browser = at(account);
        for (Answer answer : List.of(
                browser.opens("/cases"),
                browser.posts("/cases", Map.of("words", "さとう")),
                browser.opens("/cases?search=1"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("支援台帳は、", "主任相談支援員に尋ねてください").doesNotContain("<td");
        }
    }

    @Test
    void onItsListsDayByDay() {
        office.on("2026-10-05");
        String number = receive("aoki", "日付 追", "ひづけ おう", "1990-01-01");
        assertThat(on(number)).containsExactly(CaseList.OWN);
        office.at("2026-10-06T09:00");
        assertThat(on(number)).as("due today").containsExactly(CaseList.OWN, CaseList.TODAY);
        office.at("2026-10-06T17:16");
        assertThat(on(number)).containsExactly(CaseList.OWN, CaseList.TODAY, CaseList.OVERDUE);
        office.as("aoki").does(number, "decideTriage", Answers.triage("continueSupport"));
        assertThat(on(number)).containsExactly(CaseList.OWN);
        office.at("2026-10-11T09:00");
        assertThat(on(number)).as("the day that was agreed").contains(CaseList.TODAY);
        office.at("2026-11-18T09:00");
        assertThat(on(number)).doesNotContain(CaseList.SILENT);
        office.at("2026-11-19T09:00");
        assertThat(on(number)).contains(CaseList.SILENT).doesNotContain(CaseList.LONG_SILENT);
        office.at("2026-12-04T09:00");
        assertThat(on(number)).contains(CaseList.SILENT, CaseList.LONG_SILENT);
        unconfirmedReferral(number);
        assertThat(on(number)).contains(CaseList.UNCONFIRMED);
        assertThat(search("aoki", "ひづけ").text()).contains("つなぎ未確認 1件", "期限超過", "10.5（60日前）");
    }

    /** As the sweep of the deadlines raises it (DeadlineWatchTest). */
    private void unconfirmedReferral(String number) {
        database.sql("""
                        insert into task_alert (task_id, process_instance_id, case_number, step, level, raised_at, raised_for)
                        select t.id_, t.proc_inst_id_, :number, 'confirmReferralReceipt', 'escalated', now(), 'aoki'
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = :number limit 1
                        """).param("number", number).update();
    }

    /** The lists a case stands on now: among one's own as in the whole office, whatever else is in the database. */
    private List<CaseList> on(String number) {
        Moment moment = Moment.of(clock, settings);
        List<CaseList> on = new ArrayList<>();
        for (CaseList list : CaseList.values()) {
            Set<String> office = all(page -> pages.office("manabe", list, moment, page));
            Set<String> own = all(page -> pages.own("aoki", list, moment, page));
            assertThat(own).as(list.key()).isEqualTo(of(office, "aoki"));
            assertThat(pages.officeCounts("manabe", moment)).containsEntry(list, office.size());
            assertThat(pages.ownCounts("aoki", moment)).containsEntry(list, own.size());
            if (own.contains(number)) {
                on.add(list);
            }
        }
        return on;
    }

    private Set<String> of(Set<String> numbers, String user) {
        Set<String> own = new TreeSet<>(numbers);
        own.removeIf(number -> !readers.mayRead(user, number));
        return own;
    }

    private static Set<String> all(IntFunction<List<String>> page) {
        List<String> all = new ArrayList<>();
        for (int number = 1; number == 1 || all.size() == (number - 1) * CasePages.SIZE; number++) {
            all.addAll(page.apply(number));
        }
        assertThat(all).as("no case on two pages").doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndStaysInTheField() {
        Session browser = at("saeki");
        for (String typed :
                List.of("<script>alert('a')</script>", "%", "_", "\\", "😀", "S50.13.1", "あ".repeat(10_000))) {
            Answer answer = browser.posts("/cases", Map.of("words", typed));
            String field = typed.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("'", "&#39;");
            assertThat(answer.text()).contains("value=\"" + field + "\"").doesNotContain("<script>alert");
            assertThat(answer.status()).as(typed).isIn(200, 400);
            assertThat(answer.text()).as(typed).doesNotContain("href=\"/cases/R");
        }
        assertThat(browser.opens("/cases?search=99").text()).contains("もう一度入力してください");
        assertThat(browser.opens("/cases?list=nonsense&page=-1&scope=x").status())
                .isEqualTo(200);
    }

    /** Few are in the order of what is due in them; very many in that of the agreed day, and whoever looks is asked for more. */
    @Test
    void whoFindsVeryManyIsAskedToNarrow() {
        office.on("2026-10-05");
        String number = receive("saeki", "数多 在", "あまた ある", "1990-01-01");
        String due = receive("saeki", "数多 先", "あまた さき", "1990-01-02");
        database.sql("update support_case set next_date = '2026-11-20' where case_number = ?")
                .param(due)
                .update();
        database.sql("update support_case set next_date = '2026-10-20' where case_number = ?")
                .param(number)
                .update();
        database.sql("update act_ru_task t set due_date_ = '2026-10-10' from act_ru_execution e "
                        + "where e.id_ = t.proc_inst_id_ and e.business_key_ = ?")
                .param(due)
                .update();
        database.sql("update act_ru_task t set due_date_ = '2026-12-10' from act_ru_execution e "
                        + "where e.id_ = t.proc_inst_id_ and e.business_key_ = ?")
                .param(number)
                .update();
        assertThat(search("manabe", "あまた").text())
                .doesNotContain("しぼり込んで")
                .containsSubsequence("/cases/" + due, "/cases/" + number);
        database.sql("""
                        with people as (
                          insert into person (id, version, search_parts, search_rules, search_key)
                          select gen_random_uuid(), 0, p.search_parts, p.search_rules, p.search_key
                          from person p join support_case c on c.person_id = p.id, generate_series(1, 1000) n
                          where c.case_number = :number returning id)
                        insert into support_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
                          'person_id', people.id, 'case_number', 'R7-' || 90000 + row_number() over (), 'status', 'CLOSED',
                          'next_date', null, 'closed_on', '2026-01-01', 'fields', convert_to('{}', 'UTF8')))).* from support_case c, people where c.case_number = :number
                        """).param("number", number).update();
        assertThat(search("manabe", "あまた").text())
                .contains("検索の結果　1,002件", "1,002件は多いので、しぼり込んでください")
                .containsSubsequence("/cases/" + number, "/cases/" + due, "/cases/R7-");
        assertThat(search("manabe", "あまた さき").text()).contains("検索の結果　1件").doesNotContain("しぼり込んで");
        database.sql("with gone as (delete from support_case where case_number like 'R7-9%' returning person_id) "
                        + "delete from person where id in (select person_id from gone)")
                .update();
    }

    @Test
    void aScriptInANameIsText() {
        office.on("2026-10-05");
        receive("saeki", "<b>印</b>", "いんじ", "1990-01-01");
        assertThat(search("saeki", "いんじ").text())
                .contains("&lt;b&gt;印&lt;/b&gt;")
                .doesNotContain("<b>印");
    }

    /** Who searched, when, and whom they saw by it; never what was typed, and none of it in an address. */
    @Test
    void aSearchIsRecordedWithoutItsWords() {
        office.on("2026-10-05");
        String number = receive("saeki", "記録 残", "きろく のこる", "1990-01-01");
        Session browser = at("saeki");
        String page = browser.posts("/cases", Map.of("words", "きろく のこる")).text();
        browser.posts("/cases", Map.of("words", "記録残"));
        assertThat(database.sql("select action from access_record where user_id = 'saeki' and case_number = ? "
                                + "and action like '台帳%'")
                        .param(number)
                        .query(String.class)
                        .list())
                .as("once a day")
                .containsExactly("台帳表示");
        assertThat(database.sql("select r::text from access_record r where r.user_id = 'saeki' and r.action = '台帳検索'")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(row -> row.contains("きろく") || row.contains("記録"));
        assertThat(page).contains("検索の結果", "名前の一部 きろく、のこる");
        assertThat(Stream.of(page.split("href=\"")).skip(1).map(rest -> rest.substring(0, rest.indexOf('"'))))
                .noneMatch(address -> address.contains("きろく") || address.contains("%E3%81%8D"));
    }
}
