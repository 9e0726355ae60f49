package jp.tsunagu.oversight;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

/**
 * An open stay with what is known of its task and its case, in the words of the database.
 *
 * @param taskId null where nobody works: a date or a message is awaited
 * @param open false if it has ended since it was counted
 * @param role whose work it is; null where nobody works
 * @param targetOn null without a target
 * @param candidates the groups that may take the task, and those that it was brought before
 * @param late beyond its target, which does not count while the case waits for the person
 * @param failedStep the step whose automatic work of this case has been given up; null if none has
 * @param worker who is responsible for the case; null if nobody is
 */
record StuckStay(
        String activityId,
        String taskId,
        boolean open,
        String caseNumber,
        String step,
        String stepName,
        String role,
        LocalDate enteredOn,
        LocalDate targetOn,
        boolean late,
        boolean paused,
        boolean again,
        boolean escalated,
        String assignee,
        Set<String> candidates,
        LocalDate followUpOn,
        String status,
        LocalDate waitingSince,
        LocalDate agreedOn,
        LocalDate contactOn,
        LocalDate conferenceOn,
        String failedStep,
        String worker) {

    static StuckStay read(ResultSet row) throws SQLException {
        return new StuckStay(
                row.getString("activity_id"),
                row.getString("task_id"),
                row.getBoolean("open"),
                row.getString("case_number"),
                row.getString("step"),
                row.getString("name"),
                row.getString("role"),
                day(row, "entered_on"),
                day(row, "target_on"),
                row.getBoolean("late"),
                row.getBoolean("paused"),
                row.getBoolean("again"),
                row.getBoolean("escalated"),
                row.getString("assignee"),
                groups(row.getArray("candidates")),
                day(row, "follow_up_on"),
                row.getString("status"),
                day(row, "waiting_since"),
                day(row, "next_date"),
                day(row, "last_contact_on"),
                day(row, "conference_on"),
                row.getString("failed_step"),
                row.getString("worker"));
    }

    /** Whether the case waits for the person: nobody is reproached for it. */
    boolean waitsForPerson() {
        return "WAITING".equals(status) || "SUSPENDED".equals(status);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Set<String> groups(Array groups) throws SQLException {
        return groups == null ? Set.of() : Set.of((String[]) groups.getArray());
    }
}
