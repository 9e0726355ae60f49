package jp.tsunagu.benchmark;

import java.util.List;
import jp.tsunagu.access.log.Sealer;
import jp.tsunagu.benchmark.YearInTurns.Pair;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the access log costs while cases go on: real cases, each form opened and sent, in turns with the log written and sealed
 * and without, by {@code pg_stat_statements}. Without: a trigger drops each row before it is written, and nothing is sealed; the
 * statement itself is still asked, so its own time is shown beside.
 */
final class AccessLogCost {

    private static final String OF_LOG = "toplevel and query ~ 'insert into access_record'";

    private static final String OF_SEALS =
            "toplevel and query !~ 'insert into access_record' and query ~ '(access_record|access_seal|pg_snapshot_xmin)'";

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;
    private final YearInTurns year;

    /**
     * What the database did in one round.
     *
     * @param acts forms opened and forms sent
     * @param writing statements that write the log
     * @param all milliseconds of all statements
     * @param written of those that write the log
     * @param sealed of those that seal it
     */
    record Cost(int acts, long writing, double all, double written, double sealed) {

        double writingPerAct() {
            return (double) writing / acts;
        }

        double share() {
            return 100 * (written + sealed) / all;
        }

        double perAct() {
            return all / acts;
        }
    }

    AccessLogCost(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
        database.execute("create extension if not exists pg_stat_statements");
        database.execute("create function drop_record() returns trigger language plpgsql as 'begin return null; end'");
        database.execute("create trigger drop_record before insert on access_record for each row"
                + " execute function drop_record()");
        writing(true);
        year = new YearInTurns(tsunagu);
    }

    List<Pair<Cost>> rounds(Scale scale) {
        List<Pair<Cost>> pairs = YearInTurns.rounds(scale, log -> round(scale, log));
        writing(true);
        return pairs;
    }

    private Cost round(Scale scale, boolean log) {
        writing(log);
        database.execute("select pg_stat_statements_reset()");
        int forms = log ? year.casesBeside(scale, true, tsunagu.bean(Sealer.class)::seal) : year.cases(scale, true);
        return cost(2 * forms);
    }

    private void writing(boolean on) {
        database.execute("alter table access_record " + (on ? "disable" : "enable") + " trigger drop_record");
    }

    private Cost cost(int acts) {
        return database.queryForObject(
                "select coalesce(sum(calls) filter (where " + OF_LOG
                        + "), 0), sum(total_exec_time) filter (where toplevel),"
                        + " coalesce(sum(total_exec_time) filter (where " + OF_LOG + "), 0),"
                        + " coalesce(sum(total_exec_time) filter (where " + OF_SEALS + "), 0) from pg_stat_statements"
                        + " where dbid = (select oid from pg_database where datname = current_database())"
                        + " and query !~ '(pg_stat_statements|alter table)'",
                (row, n) -> new Cost(acts, row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
    }
}
