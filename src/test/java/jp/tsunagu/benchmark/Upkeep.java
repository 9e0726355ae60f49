package jp.tsunagu.benchmark;

import java.util.List;
import jp.tsunagu.benchmark.YearInTurns.Pair;
import jp.tsunagu.oversight.Stays;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the counts cost while cases go on: real cases, in turns with the triggers and without, by {@code pg_stat_statements}. */
final class Upkeep {

    private static final List<String> TRIGGERS =
            List.of("act_hi_actinst", "act_hi_procinst", "task_deadline", "task_alert", "plan_version");

    private static final String OF_FOLD =
            "toplevel and query !~ '^insert into stay_change' and query ~ '(stay_change|working_day_number|diagram_step|pg_try_advisory_xact_lock)'";

    private static final String OF_TRIGGERS = "query ~ '^insert into stay_change'";

    private final Tsunagu tsunagu;
    private final JdbcTemplate database;
    private final YearInTurns year;

    /**
     * What the database did in one round.
     *
     * @param statements asked for by the program, without those of the upkeep
     * @param noted by triggers
     * @param folding statements that count anew
     * @param all milliseconds of all statements
     * @param noting of the triggers' statements among them
     * @param counting of those that count anew
     */
    record Cost(int forms, long statements, long noted, long folding, double all, double noting, double counting) {

        double upkeepPerForm() {
            return (double) (noted + folding) / forms;
        }

        double share() {
            return (noting + counting) / all;
        }

        double perForm() {
            return all / forms;
        }
    }

    /** Records the cases that are walked later; before anything else is in the database. */
    Upkeep(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        database = new JdbcTemplate(tsunagu.database());
        database.execute("create extension if not exists pg_stat_statements");
        year = new YearInTurns(tsunagu);
    }

    List<Pair<Cost>> rounds(Scale scale) {
        List<Pair<Cost>> pairs = YearInTurns.rounds(scale, upkeep -> round(scale, upkeep));
        triggers(true);
        return pairs;
    }

    private Cost round(Scale scale, boolean upkeep) {
        triggers(upkeep);
        database.execute("select pg_stat_statements_reset()");
        int forms =
                upkeep ? year.casesBeside(scale, false, tsunagu.bean(Stays.class)::update) : year.cases(scale, false);
        return cost(forms);
    }

    private void triggers(boolean on) {
        TRIGGERS.stream()
                .flatMap(table -> database
                        .queryForList(
                                "select tgname from pg_trigger where tgrelid = ?::regclass and tgname like 'stay%'",
                                String.class, table)
                        .stream()
                        .map(trigger -> "alter table " + table + (on ? " enable" : " disable") + " trigger " + trigger))
                .forEach(database::execute);
    }

    private Cost cost(int forms) {
        return database.queryForObject(
                "select sum(calls) filter (where toplevel and not (" + OF_FOLD + ") and not (" + OF_TRIGGERS
                        + ")), sum(calls) filter (where "
                        + OF_TRIGGERS
                        + "), sum(calls) filter (where " + OF_FOLD + "), sum(total_exec_time) filter (where toplevel),"
                        + " sum(total_exec_time) filter (where " + OF_TRIGGERS
                        + "), sum(total_exec_time) filter (where "
                        + OF_FOLD
                        + ") from pg_stat_statements where dbid = (select oid from pg_database where datname ="
                        + " current_database()) and query !~ '(pg_stat_statements|alter table)'",
                (row, n) -> new Cost(
                        forms,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6)));
    }
}
