package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.crypt.SealAll;
import jp.tsunagu.engine.StartUpStep;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pages of the ledger over very many cases, asked for by HTTP as a browser does: from the request to the whole page. Names
 * are as frequent as in Japan, a third of the cases runs, and a hundred people share them.
 */
final class LedgerTimes {

    private static final int WARMING = 5;
    private static final int TIMES = 25;

    /** The heading of what is shown says how many there are. */
    private static final Pattern FOUND = Pattern.compile("<h2[^>]*>[^<]*?([\\d,]+)件</h2>");

    /** Somebody with a hundredth of all cases. */
    private static final String WORKER = "ledgerWorker";

    private static final String CHIEF = "ledgerChief";

    /** Family names from the frequent to the rare; the n-th is about 1/n as frequent as the first. */
    private static final String FAMILIES = "佐藤さとう 鈴木すずき 髙橋たかはし 田中たなか 渡邉わたなべ 伊藤いとう 山本やまもと 中村なかむら 小林こばやし 加藤かとう "
            + "𠮷田よしだ 山田やまだ 佐々木ささき 山口やまぐち 松本まつもと 井上いのうえ 木村きむら 林はやし 斎藤さいとう 清水しみず 山﨑やまざき 阿部あべ 森もり 池田いけだ "
            + "橋本はしもと 石川いしかわ 山下やました 小川おがわ 石井いしい 長谷川はせがわ 後藤ごとう 岡田おかだ 近藤こんどう 前田まえだ 藤田ふじた 遠藤えんどう 青木あおき "
            + "坂本さかもと 村上むらかみ 太田おおた 金子かねこ 藤井ふじい 福田ふくだ 西村にしむら 三浦みうら 竹内たけうち 中川なかがわ 岡本おかもと 松田まつだ 原田はらだ";

    private static final String GIVEN = "翔しょう 蓮れん 陽菜ひな 結衣ゆい 大翔ひろと 葵あおい 健けん 誠まこと 恵子けいこ 京子きょうこ 洋子ようこ 幸子さちこ 和子かずこ 茂しげる "
            + "実みのる 清きよし 勝まさる 進すすむ 美緒みお 美咲みさき 直樹なおき 哲也てつや 大輔だいすけ 拓也たくや 愛あい 彩あや 舞まい 千尋ちひろ 薫かおる 遥はるか "
            + "隆たかし 浩ひろし 博ひろし 豊ゆたか 弘ひろし 正ただし 久美子くみこ 由美子ゆみこ 真由美まゆみ 明美あけみ";

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;
    private final Office office;
    private final Map<String, Session> browsers = new LinkedHashMap<>();

    /**
     * One kind of page.
     *
     * @param found how many cases it says there are
     */
    record Page(String what, String found, double median, double worst) {}

    LedgerTimes(Tsunagu tsunagu, int cases) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
        tsunagu.bean(Accounts.class).ensure(CHIEF, "主任", "", "demo", List.of(Roles.CHIEF));
        tsunagu.bean(Accounts.class).ensure(WORKER, "支援員", "", "demo", List.of(Roles.CONSULTATION_SUPPORTER));
        int port = tsunagu.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        office = new Office(port, tsunagu.bean(ManagementService.class));
        Recorder recorder = new Recorder(tsunagu);
        Stream.of(
                        Stream.generate(Walk::informationOnly).limit(6),
                        Stream.of(
                                Walk.closedAtScreening(),
                                Walk.withPlan().first(16),
                                Walk.closedAtScreening().first(3),
                                Walk.informationOnly().first(1)))
                .flatMap(walks -> walks)
                .forEach(recorder::record);
        tsunagu.asNobody();
        new CaseCopies(tsunagu.database()).fillTo(cases);
        scatter();
        database.execute("vacuum analyze");
    }

    /** Each copy a person, dates and somebody responsible of its own. */
    private void scatter() {
        names("family", FAMILIES);
        names("given", GIVEN);
        database.execute("""
                update person p set search_rules = 0,
                  birth_date = convert_to((date '1940-01-01' + (d.dice * 25000)::int)::text, 'UTF8'),
                  name = convert_to(f.name || '　' || g.name, 'UTF8'), kana = convert_to(f.kana || '　' || g.kana, 'UTF8')
                from (select id, random() as dice from person) d, pattern.family f, pattern.given g
                where d.id = p.id and f.n = 1 + floor(50 ^ d.dice - 1)::int and g.n = 1 + (d.dice * 7919)::int % 40""");
        database.execute("""
                update support_case c set received_on = current_date - 20 - (random() * 300)::int,
                  next_date = case when status <> 'CLOSED' then current_date - 3 + (random() * 40)::int end,
                  last_contact_on = current_date - (random() * random() * 90)::int""");
        database.execute("update act_ru_task set due_date_ = now() + (random() * 40 - 2) * interval '1 day'");
        database.update("""
                update case_worker set user_id = case when n = 0 then ? else 'worker' || n end
                from (select c.id, abs(hashtext(c.case_number)) % 100 as n from support_case c) d
                where d.id = case_id""", WORKER);
        database.execute("""
                update act_ru_task t set assignee_ = w.user_id from act_ru_execution e, support_case c, case_worker w
                where e.id_ = t.proc_inst_id_ and c.case_number = e.business_key_ and w.case_id = c.id and w.until is null
                  and t.assignee_ is not null""");
    }

    private void names(String table, String names) {
        database.execute(
                "create table pattern." + table + " (n int generated always as identity, name text, kana text)");
        database.batchUpdate(
                "insert into pattern." + table + " (name, kana) values (?, ?)",
                Stream.of(names.split(" "))
                        .map(one -> new Object[] {one.replaceAll("[ぁ-ん]+$", ""), one.replaceAll("^[^ぁ-ん]+", "")})
                        .toList());
    }

    /** How many seconds the first start after an upgrade needs to fold the names that were there before. */
    double foldAnew() {
        StartUpStep folding = tsunagu.beansOf(StartUpStep.class).stream()
                .filter(step -> step.getClass().getSimpleName().equals("FoldedNames"))
                .findFirst()
                .orElseThrow();
        long before = System.nanoTime();
        tsunagu.bean(TransactionTemplate.class).executeWithoutResult(status -> folding.run());
        double seconds = (System.nanoTime() - before) / 1e9;
        return seconds;
    }

    /** How many values a second are encrypted that were not, one node doing nothing else. */
    double seal() {
        double values = SealAll.valuesASecond(tsunagu.context());
        database.execute("vacuum analyze");
        return values;
    }

    List<Page> measure() {
        List<Page> all = new ArrayList<>();
        String number = database.queryForObject("select max(case_number) from support_case", String.class);
        for (String account : List.of(WORKER, CHIEF)) {
            String who = account.equals(CHIEF) ? "主任, whole office" : "a worker's own";
            String scope = account.equals(CHIEF) ? "&scope=office" : "";
            for (String list : List.of("own", "today", "overdue", "silent", "long-silent", "unconfirmed")) {
                all.add(measure(who + ": list " + list, () -> at(account).opens("/cases?list=" + list + scope)));
            }
            all.add(measure(who + ": page 40 of all", () -> at(account).opens("/cases?list=own&page=40" + scope)));
            for (String words : List.of(
                    "さとう", "高橋", "吉田 恵子", "やま", "さ", "子", "こ", "S50.3.1", "わたなべ S50.3.1", number, "42", "ありえないなまえ")) {
                String shown = words.equals(number) ? "a case number" : words;
                all.add(measure(who + ": search " + shown, () -> at(account).posts("/cases", Map.of("words", words))));
            }
        }
        return all;
    }

    private Session at(String account) {
        return browsers.computeIfAbsent(account, office::logsIn);
    }

    private static Page measure(String what, Supplier<Answer> page) {
        List<Double> times = new ArrayList<>();
        String text = "";
        for (int i = 0; i < WARMING + TIMES; i++) {
            long before = System.nanoTime();
            text = page.get().text();
            if (i >= WARMING) {
                times.add((System.nanoTime() - before) / 1e6);
            }
        }
        Matcher count = FOUND.matcher(text);
        return new Page(
                what,
                count.find() ? count.group(1) : "?",
                TaskList.median(times),
                times.stream().max(Double::compare).orElseThrow());
    }
}
