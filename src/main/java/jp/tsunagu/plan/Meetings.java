package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 支援調整会議 as whoever prints or shows them reads them: one dated meeting and the cases on its agenda, by number. */
@Component
public class Meetings {

    private static final String FIND =
            "select id, held_on, starts_at, place, format, convened_by from conference where ";

    private static final String AGENDA = """
            select c.case_number, i.purpose, i.result from conference_item i join support_case c on c.id = i.case_id
            where i.conference_id = ? and i.dropped_on is null order by i.position, i.purpose desc, c.case_number
            """;

    private final JdbcClient database;

    Meetings(JdbcClient database) {
        this.database = database;
    }

    /**
     * A meeting.
     *
     * @param startsAt 14:00, or null
     * @param format {@code regular}, {@code adHoc} or {@code circulated}
     * @param convenedBy account
     */
    public record Meeting(
            UUID id,
            LocalDate heldOn,
            String startsAt,
            String place,
            String format,
            String convenedBy,
            List<Item> agenda) {}

    /**
     * A case on the agenda.
     *
     * @param purpose {@code plan} or {@code evaluation}
     * @param result null until it is recorded
     */
    public record Item(String caseNumber, String purpose, String result) {}

    public Optional<Meeting> find(UUID id) {
        return one(FIND + "id = ?", id);
    }

    /** The meeting of this day, time and format: there is one at most. */
    public Optional<Meeting> find(String municipality, LocalDate heldOn, String startsAt, String format) {
        return one(
                FIND + "municipality = ? and held_on = ? and coalesce(starts_at, '') = ? and format = ?",
                municipality,
                heldOn,
                startsAt == null ? "" : startsAt,
                format);
    }

    private Optional<Meeting> one(String sql, Object... by) {
        return database.sql(sql)
                .params(by)
                .query((row, number) -> new Meeting(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        agenda(row.getObject(1, UUID.class))))
                .optional();
    }

    private List<Item> agenda(UUID conference) {
        return database.sql(AGENDA)
                .param(conference)
                .query((row, number) -> new Item(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
