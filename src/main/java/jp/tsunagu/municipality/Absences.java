package jp.tsunagu.municipality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away. A deputy decides only while the decider is (代決). */
@Component
public class Absences {

    private final JdbcClient database;
    private final RarelyChanged known;
    private final Clock clock;

    private record Until(String user, LocalDate day) {}

    Absences(JdbcClient database, RarelyChanged known, Clock clock) {
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Somebody is away, both days included.
     */
    public record Away(LocalDate from, LocalDate to) {}

    public boolean isAway(String user) {
        return until(user).isPresent();
    }

    /** The last day of the absence that this person is in; empty if they are there. */
    public Optional<LocalDate> until(String user) {
        LocalDate today = LocalDate.now(clock);
        return known.read(
                new Until(user, today),
                () -> database.sql(
                                "select max(to_day) from absence where user_id = ? and from_day <= ? and to_day >= ?")
                        .params(user, today, today)
                        .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single());
    }

    /** Account → its absences that touch these days, the earliest first. */
    public Map<String, List<Away>> between(LocalDate first, LocalDate last) {
        Map<String, List<Away>> absences = new HashMap<>();
        database.sql(
                        "select user_id, from_day, to_day from absence where to_day >= ? and from_day <= ? order by from_day")
                .params(first, last)
                .query(row -> {
                    absences.computeIfAbsent(row.getString(1), user -> new ArrayList<>())
                            .add(new Away(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                });
        return absences;
    }

    /**
     * Notes an absence, both days included.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public void add(String user, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("不在の終わりの日が、始まりの日より前になっています。");
        }
        database.sql("insert into absence (user_id, from_day, to_day) values (?, ?, ?)")
                .params(user, from, to)
                .update();
        known.changed();
    }
}
