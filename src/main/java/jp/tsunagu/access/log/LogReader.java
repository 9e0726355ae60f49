package jp.tsunagu.access.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.engine.Diagrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log, the newest first, from any place on: each page costs the same, however long the log is. */
@Component
class LogReader {

    static final int PAGE = 50;

    /** So many rows in one file. */
    static final int MOST = 100_000;

    private final JdbcClient database;
    private final Diagrams diagrams;

    LogReader(JdbcClient database, Diagrams diagrams) {
        this.database = database;
        this.diagrams = diagrams;
    }

    /** A place in the log: what stands before it is older. Written as microseconds and id. */
    record Place(OffsetDateTime at, long id) {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

        static Optional<Place> parse(String text) {
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? Optional.of(new Place(
                            Instant.EPOCH
                                    .plus(Long.parseLong(written.group(1)), ChronoUnit.MICROS)
                                    .atOffset(ZoneOffset.UTC),
                            Long.parseLong(written.group(2))))
                    : Optional.empty();
        }

        static Place of(LogLine line) {
            return new Place(line.at(), line.id());
        }

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()) + "-" + id;
        }
    }

    /**
     * A page.
     *
     * @param next where the next page begins; null on the last one
     */
    record Page(List<LogLine> lines, String next) {}

    Page page(LogFilter filter, Place before) {
        List<LogLine> found = read(filter, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<LogLine> shown = more ? found.subList(0, PAGE) : found;
        return new Page(shown, more ? Place.of(shown.get(PAGE - 1)).toString() : null);
    }

    /** Up to so many rows, the newest first. */
    List<LogLine> read(LogFilter filter, Place before, int most) {
        Map<String, Object> conditions = filter.conditions();
        StringBuilder where = new StringBuilder();
        conditions.keySet().forEach(condition -> where.append(" and ").append(condition));
        if (filter.kind() != null) {
            // one of the closed list, and as it is: the index of the seldom kinds knows which they are
            where.append(" and kind = '").append(filter.kind()).append('\'');
        }
        if (before != null) {
            where.append(" and (at, id) < (:placeAt, :placeId)");
        }
        JdbcClient.StatementSpec statement = database.sql(
                "select * from access_record where true" + where + " order by at desc, id desc limit " + most);
        for (Map.Entry<String, Object> condition : conditions.entrySet()) {
            statement = statement.param(name(condition.getKey()), condition.getValue());
        }
        if (before != null) {
            statement = statement.param("placeAt", before.at()).param("placeId", before.id());
        }
        Map<String, String> names = names();
        return statement.query((row, number) -> LogLine.read(row, names)).list();
    }

    /** What the diagrams call their steps, by id. */
    Map<String, String> names() {
        return diagrams.stepNames();
    }

    private static String name(String condition) {
        return condition.substring(condition.indexOf(':') + 1);
    }

    /** Everybody who ever did something. */
    List<String> users() {
        // one step along the index for each account, however many rows it has
        return database.sql("""
                        with recursive one as (
                          (select user_id from access_record order by user_id limit 1)
                          union all
                          select (select user_id from access_record r where r.user_id > one.user_id order by user_id limit 1)
                          from one where one.user_id is not null)
                        select user_id from one where user_id is not null
                        """).query(String.class).list();
    }
}
