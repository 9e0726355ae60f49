package jp.tsunagu.access.log;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What no seal holds yet: some seconds' worth is usual, more means that nobody seals or that a transaction does not end. */
@Component
public class Backlog {

    private final JdbcClient database;
    private final Duration longest;

    Backlog(JdbcClient database, @Value("${tsunagu.access-log.unsealed-longest:PT5M}") Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    /**
     * Rows that wait to be sealed.
     *
     * @param ageSeconds of the oldest of them, by the database's time; 0 if there is none
     */
    public record Waiting(long rows, long ageSeconds) {}

    public Waiting waiting() {
        return database.sql("""
                        select count(*) as rows,
                          coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::bigint as age_seconds
                        from access_unsealed
                        """).query(Waiting.class).single();
    }

    /** Whether somebody has to look. */
    public boolean isTooOld() {
        return waiting().ageSeconds() > longest.toSeconds();
    }
}
