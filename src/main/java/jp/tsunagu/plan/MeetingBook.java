package jp.tsunagu.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.StepRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 支援調整会議 to be read, for pages and papers (次第・議事録・役割分担表): cases by their numbers, nothing of a person. */
@Component
public class MeetingBook {

    private static final String WITH_COUNTS = """
            select c.*, n.cases, n.concluded from (%s) c cross join lateral (
              select count(*) as cases, count(i.result) as concluded from conference_item i
              where i.conference_id = c.id and i.dropped_on is null and not exists (
                select 1 from support_case s join hidden_from(:user) as h (number) on h.number = s.case_number where s.id = i.case_id)) n
            """;

    private static final String UPCOMING = WITH_COUNTS.formatted("""
            select * from conference where municipality = :municipality and held_on >= :today order by held_on, starts_at limit 100
            """) + "order by c.held_on, c.starts_at";

    private static final String PAST = WITH_COUNTS.formatted("""
            select * from conference where municipality = :municipality and held_on < :today order by held_on desc, starts_at desc
            limit :size offset :from
            """) + "order by c.held_on desc, c.starts_at desc";

    /** Who counts the cases of one meeting is not known here. */
    private static final String NOBODY = "";

    private static final String ONE = WITH_COUNTS.formatted("select * from conference where id = :id");

    /** Each convening that stands put the case on one agenda, and they follow each other: the third stands for the third. */
    private static final String OF_ACT = WITH_COUNTS.formatted("""
            select c.* from conference c join (
              select i.conference_id, row_number() over (
                order by coalesce(i.recorded_on, i.dropped_on, 'infinity'), i.result is null) as number
              from conference_item i join support_case s on s.id = i.case_id where s.case_number = :number and i.purpose = :purpose
            ) i on i.conference_id = c.id
            where i.number = :ordinal
            """);

    private static final String AGENDA = """
            select i.*, s.case_number, exists (select 1 from conference_item earlier where earlier.case_id = i.case_id
                and earlier.purpose = i.purpose and earlier.id <> i.id and earlier.result = 'returned'
                and earlier.recorded_on <= coalesce(i.recorded_on, 'infinity')) as again
            from conference_item i join support_case s on s.id = i.case_id
            where i.conference_id = ? order by i.dropped_on is not null, i.position, s.case_number
            """;

    private static final Map<String, String> RESULTS = Map.of(
            "approved", "承認",
            "approvedWithChanges", "修正して承認",
            "returned", "再検討",
            "closure", "終結",
            "replan", "再プラン",
            "extend", "評価日を延ばす",
            "suspend", "中断");

    private final JdbcClient database;
    private final Cases cases;
    private final Clock clock;

    MeetingBook(JdbcClient database, Cases cases, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A meeting.
     *
     * @param cases how many are on its agenda, restricted ones only as far as the reader may know of them
     */
    public record Meeting(
            UUID id,
            String municipality,
            LocalDate heldOn,
            String startsAt,
            String place,
            String format,
            String convenedBy,
            int cases,
            int concluded) {

        private static Meeting read(ResultSet row, int number) throws SQLException {
            return new Meeting(
                    row.getObject("id", UUID.class),
                    row.getString("municipality"),
                    row.getObject("held_on", LocalDate.class),
                    row.getString("starts_at"),
                    row.getString("place"),
                    Conference.format(row.getString("format")),
                    row.getString("convened_by"),
                    row.getInt("cases"),
                    row.getInt("concluded"));
        }

        /** 令和8年6月30日（火） 14:00. */
        public String when() {
            return Wareki.formatWithWeekday(heldOn) + (startsAt == null ? "" : " " + startsAt);
        }
    }

    /**
     * A case on the agenda.
     *
     * @param purpose {@code plan} or {@code evaluation}
     * @param kind プラン案, 再検討 or 評価
     * @param result in words; null until it is recorded
     * @param droppedFor why it is no longer on the agenda; null while it is
     */
    public record AgendaItem(
            UUID id,
            String caseNumber,
            String purpose,
            String kind,
            int position,
            String startsAt,
            String result,
            LocalDate recordedOn,
            String droppedFor) {

        private static AgendaItem read(ResultSet row, int number) throws SQLException {
            boolean evaluation = row.getString("purpose").equals(ConveneStep.EVALUATION);
            String plan = row.getBoolean("again") ? "再検討" : "プラン案";
            String result = row.getString("result");
            return new AgendaItem(
                    row.getObject("id", UUID.class),
                    row.getString("case_number"),
                    row.getString("purpose"),
                    evaluation ? "評価" : plan,
                    row.getInt("position"),
                    row.getString("starts_at"),
                    result == null ? null : RESULTS.getOrDefault(result, result),
                    row.getObject("recorded_on", LocalDate.class),
                    row.getString("dropped_for"));
        }

        public boolean isDropped() {
            return droppedFor != null;
        }
    }

    /** What was said and decided about one case, and who does what until when (議事録, 役割分担表). */
    public record Minutes(AgendaItem item, Optional<StepRecord> record) {}

    /** Meetings from today on, the next first. */
    @Transactional(readOnly = true)
    public List<Meeting> upcoming(String user, String municipality) {
        return database.sql(UPCOMING)
                .param("user", user)
                .param("municipality", municipality)
                .param("today", LocalDate.now(clock))
                .query(Meeting::read)
                .list();
    }

    /** Meetings before today, the latest first. */
    @Transactional(readOnly = true)
    public List<Meeting> past(String user, String municipality, int page, int size) {
        return database.sql(PAST)
                .param("user", user)
                .param("municipality", municipality)
                .param("today", LocalDate.now(clock))
                .param("size", size)
                .param("from", page * size)
                .query(Meeting::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> find(UUID meeting) {
        return database.sql(ONE)
                .param("user", NOBODY)
                .param("id", meeting)
                .query(Meeting::read)
                .optional();
    }

    /**
     * The meeting that an act of a case is about, on whatever day it is held by now; empty if the act was taken back.
     *
     * @param step the form that put the case on the agenda, or recorded what came out of it
     * @param version counts how often this form was sent in this case
     */
    @Transactional(readOnly = true)
    public Optional<Meeting> ofAct(String caseNumber, String step, int version) {
        List<Integer> standing = cases.steps(caseNumber, step).stream()
                .map(StepRecord::version)
                .filter(other -> other <= version)
                .toList();
        boolean plan = Set.of("convenePlanConference", "recordPlanConference").contains(step);
        return standing.contains(version)
                ? database.sql(OF_ACT)
                        .param("user", NOBODY)
                        .param("number", caseNumber)
                        .param("purpose", plan ? ConveneStep.PLAN : ConveneStep.EVALUATION)
                        .param("ordinal", standing.size())
                        .query(Meeting::read)
                        .optional()
                : Optional.empty();
    }

    /** The cases of a meeting in their order; those that were dropped stand last. */
    @Transactional(readOnly = true)
    public List<AgendaItem> agenda(UUID meeting) {
        return database.sql(AGENDA).param(meeting).query(AgendaItem::read).list();
    }

    /** What the record of each case on the agenda holds, as its form sent it. */
    @Transactional(readOnly = true)
    public List<Minutes> minutes(UUID meeting) {
        return agenda(meeting).stream()
                .filter(item -> !item.isDropped())
                .map(item -> new Minutes(item, record(item)))
                .toList();
    }

    private Optional<StepRecord> record(AgendaItem item) {
        return item.result() == null
                ? Optional.empty()
                : cases.steps(item.caseNumber(), step(item)).stream()
                        .filter(record -> record.actDate().equals(item.recordedOn()))
                        .findFirst();
    }

    static String step(AgendaItem item) {
        return item.purpose().equals(ConveneStep.EVALUATION) ? "recordEvaluationConference" : "recordPlanConference";
    }
}
