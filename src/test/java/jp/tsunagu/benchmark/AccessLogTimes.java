package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.access.log.Verification;
import jp.tsunagu.access.log.Verifier;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Session;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log of many rows: how long its verification takes, and the auditor's pages. */
final class AccessLogTimes {

    private static final String AUDITOR = "kansa";

    /** So many rows between two seals: some seconds of a busy office. */
    private static final int AT_ONCE = 500;

    private static final int TIMES = 25;
    private static final int UNMEASURED = 5;

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;

    /** One kind of question, in milliseconds. */
    record Asked(String what, double best, double median, double worst) {}

    /** One verification. */
    record Verified(Verification found, double seconds) {}

    AccessLogTimes(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
        tsunagu.bean(Accounts.class).ensure(AUDITOR, "監査", "", "demo", List.of(Roles.AUDITOR));
    }

    /** A year of an office of a hundred people and 20,000 cases; one transaction and one seal for some hundred rows each. */
    void fill(int rows) {
        Sealer sealer = tsunagu.bean(Sealer.class);
        for (int from = 0; from < rows; from += AT_ONCE) {
            database.update("""
                    insert into access_record (at, user_id, case_number, kind, action, step, client, reason)
                    select timestamptz '2026-04-01 09:00+09' + make_interval(secs => n * 31.0), 'worker' || n % 100,
                      'R8-' || lpad((n::bigint * 7919 % 20000)::text, 5, '0'),
                      (array['閲覧', '閲覧', '閲覧', '一覧', '一覧', '記録', '印刷', '閲覧'])[n % 8 + 1],
                      (array['閲覧', '閲覧', '閲覧', '台帳表示', '台帳表示', '記録', '印刷', '閲覧'])[n % 8 + 1],
                      (array['case', 'assess', 'record', 'draftPlan'])[n % 4 + 1], '10.1.2.' || n % 250,
                      case when n % 1000 = 0 then '担当の不在' end
                    from generate_series(?, ?) n
                    """, from, Math.min(from + AT_ONCE, rows) - 1);
            sealer.seal();
        }
        database.execute("analyze access_record");
    }

    /** Three times the whole chain. */
    List<Verified> verify() {
        List<Verified> all = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            long before = System.nanoTime();
            Verification found = tsunagu.bean(Verifier.class).verify(List.of());
            all.add(new Verified(found, (System.nanoTime() - before) / 1e9));
        }
        return all;
    }

    /** The pages, from the request to the whole answer. */
    List<Asked> pages() {
        int port = tsunagu.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        Session auditor = new Office(port, tsunagu.bean(ManagementService.class)).logsIn(AUDITOR);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("newest", "");
        pages.put("one person", "?user=worker7");
        pages.put("one case", "?case=R8-00042");
        pages.put("one kind, seldom", "?kind=%E5%8D%B0%E5%88%B7");
        pages.put("one kind, often", "?kind=%E9%96%B2%E8%A6%A7");
        pages.put(
                "one person, one kind, one month",
                "?user=worker7&kind=%E9%96%B2%E8%A6%A7&from=2026-05-01&to=2026-05-31");
        pages.put("from the middle on", "?before=" + middle());
        pages.put("unusual, a week", "/unusual?from=2026-05-01&to=2026-05-07");
        List<Asked> all = new ArrayList<>();
        pages.forEach((what, query) -> all.add(measured(what, auditor, "/access-log" + query)));
        return all;
    }

    private String middle() {
        return database.queryForObject(
                "select (extract(epoch from at) * 1000000)::bigint || '-' || id from access_record"
                        + " where id = (select (min(id) + max(id)) / 2 from access_record)",
                String.class);
    }

    private static Asked measured(String what, Session auditor, String path) {
        double[] times = new double[TIMES];
        for (int time = -UNMEASURED; time < TIMES; time++) {
            long before = System.nanoTime();
            Office.Answer answer = auditor.opens(path);
            if (!answer.ok()) {
                throw new IllegalStateException(path + ": " + answer.status());
            }
            if (time >= 0) {
                times[time] = (System.nanoTime() - before) / 1e6;
            }
        }
        Arrays.sort(times);
        return new Asked(what, times[0], times[TIMES / 2], times[TIMES - 1]);
    }
}
