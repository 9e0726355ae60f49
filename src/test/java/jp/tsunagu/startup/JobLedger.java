package jp.tsunagu.startup;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who took which due job and who ended it, noted by the database itself; a node is known by the name of its sessions. */
final class JobLedger {

    private static final String TABLES = """
            create table job_ledger (job text, act text, node text, at timestamptz);
            create function job_noted() returns trigger language plpgsql as $$
            begin
                if tg_op = 'DELETE' then
                    insert into job_ledger
                    values (old.id_, 'ended', current_setting('application_name'), clock_timestamp());
                elsif new.lock_owner_ is not null and new.lock_owner_ is distinct from old.lock_owner_ then
                    insert into job_ledger
                    values (new.id_, 'taken', current_setting('application_name'), clock_timestamp());
                end if;
                return null;
            end $$;
            create trigger job_noted after update or delete on act_ru_job for each row execute function job_noted();
            """;

    private final JdbcClient database;

    JobLedger(JdbcClient database) {
        this.database = database;
        database.sql(TABLES).update();
    }

    /** How many jobs a node has ended. */
    long ended(String node) {
        return database.sql("select count(*) from job_ledger where act = 'ended' and node = ?")
                .param(node)
                .query(Long.class)
                .single();
    }

    /** The jobs that a node holds: it took them, and nobody has ended them. */
    List<String> held(String node) {
        return database.sql("select id_ from act_ru_job j where lock_owner_ is not null and ? = (select node from "
                        + "job_ledger l where l.job = j.id_ and act = 'taken' order by at desc limit 1)")
                .param(node)
                .query(String.class)
                .list();
    }

    /** Who ended these jobs; one entry for each time a job was ended. */
    List<String> endedBy(List<String> jobs) {
        return database.sql("select node from job_ledger where act = 'ended' and job in (:jobs)")
                .param("jobs", jobs)
                .query(String.class)
                .list();
    }

    /** How many seconds after this moment on the database's clock the last job was ended. */
    double lastEndedAfter(OffsetDateTime moment) {
        return database.sql("select extract(epoch from max(at) - ?) from job_ledger where act = 'ended'")
                .param(moment)
                .query(Double.class)
                .single();
    }

    OffsetDateTime now() {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
    }
}
