package jp.tsunagu.access.log;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.NamedOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the auditor may want to ask about. Plain lists: each is usual for somebody, and none says that anything was wrong. */
@Component
class UnusualAccess {

    static final int MOST = 100;

    private static final String LOOKED =
            "kind in ('閲覧', '印刷', '書き出し') and case_number is not null" + " and at >= :from and at < :to";

    private final JdbcClient database;
    private final LogReader reader;
    private final NamedOnly restricted;
    private final int many;
    private final int nightFrom;
    private final int nightTo;

    UnusualAccess(
            JdbcClient database,
            LogReader reader,
            NamedOnly restricted,
            @Value("${tsunagu.access-log.many-cases:20}") int many,
            @Value("${tsunagu.access-log.night-from:22}") int nightFrom,
            @Value("${tsunagu.access-log.night-to:6}") int nightTo) {
        this.database = database;
        this.reader = reader;
        this.restricted = restricted;
        this.many = many;
        this.nightFrom = nightFrom;
        this.nightTo = nightTo;
    }

    int many() {
        return many;
    }

    String night() {
        return nightFrom + "時～" + nightTo + "時";
    }

    /** One person and so many cases, from the first act to the last. */
    record Many(String user, LocalDateTime first, LocalDateTime last, int cases, int acts) {}

    /** One person and one case. */
    record OfCase(String user, String caseNumber, LocalDateTime last, int acts) {}

    /** Whoever opened many cases within one hour of the clock. */
    List<Many> manyInAnHour(LocalDate from, LocalDate to) {
        return people("date_trunc('hour', at at time zone 'Asia/Tokyo')", "true", many, from, to);
    }

    /** Whoever opened cases at night; a night counts to the day on which it began. */
    List<Many> atNight(LocalDate from, LocalDate to) {
        String hour = "extract(hour from at at time zone 'Asia/Tokyo')";
        return people(
                "date_trunc('day', (at at time zone 'Asia/Tokyo') - interval '" + nightTo + " hours')",
                "(" + hour + " >= " + nightFrom + " or " + hour + " < " + nightTo + ")",
                1,
                from,
                to);
    }

    private List<Many> people(String span, String when, int least, LocalDate from, LocalDate to) {
        return database.sql("select user_id as \"user\", min(at at time zone 'Asia/Tokyo') as first,"
                        + " max(at at time zone 'Asia/Tokyo') as last, count(distinct case_number) as cases,"
                        + " count(*) as acts from access_record where " + LOOKED + " and " + when
                        + " group by user_id, "
                        + span + " having count(distinct case_number) >= :least order by cases desc, first desc limit "
                        + MOST)
                .params(span(from, to))
                .param("least", least)
                .query(Many.class)
                .list();
    }

    /** What was opened or done with a reason. */
    List<LogLine> withReason(LocalDate from, LocalDate to) {
        Map<String, String> names = reader.names();
        return database.sql("select * from access_record where reason is not null and at >= :from and at < :to"
                        + " order by at desc, id desc limit " + MOST)
                .params(span(from, to))
                .query((row, number) -> LogLine.read(row, names))
                .list();
    }

    /** Who did anything with a case that was restricted in these days. */
    List<OfCase> ofRestricted(LocalDate from, LocalDate to) {
        Map<String, OffsetDateTime> span = span(from, to);
        return database.sql("select user_id as \"user\", case_number, max(at at time zone 'Asia/Tokyo') as last,"
                        + " count(*) as acts from access_record where case_number = any (cast(:numbers as varchar[]))"
                        + " and at >= :from and at < :to group by 1, 2 order by 3 desc limit " + MOST)
                .params(span)
                .param(
                        "numbers",
                        restricted.between(span.get("from"), span.get("to")).toArray(String[]::new))
                .query(OfCase.class)
                .list();
    }

    private static Map<String, OffsetDateTime> span(LocalDate from, LocalDate to) {
        return Map.of("from", LogFilter.beginning(from), "to", LogFilter.beginning(to.plusDays(1)));
    }
}
