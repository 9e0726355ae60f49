package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.NodeTurn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 移行 as rows: one per open case, claimed by whichever node comes to it. What was not done when a node died is still waiting, and
 * what was done is not done again.
 */
@Component
class Migrations {

    /** An act that had begun before the publication may still begin a case on the former set; none takes that long. */
    private static final Duration LATEST_COMER = Duration.ofMinutes(10);

    /** An arbitrary number that all nodes agree on. */
    private static final long TURN = 7_106_042L;

    private final JdbcClient database;
    private final Clock clock;

    Migrations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param back true if cases go back from the set that this one withdraws */
    record Move(int set, int draft, boolean back) {}

    /** One case of it. */
    record Claim(Move move, String caseNumber) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(int set, int draft, boolean back) {
        database.sql("insert into procedure_move (set_id, draft_id, back, began_at) values (?, ?, ?, ?)")
                .params(set, draft, back, OffsetDateTime.now(clock))
                .update();
        enlist(new Move(set, draft, back));
    }

    /** Cases that are not listed yet: at the beginning all, later those that began meanwhile on the former set. */
    void enlist(Move move) {
        String which = move.back()
                ? "o.set in (select unnest(array[withdraws, follows]) from procedure_set where id = :set)"
                : "o.set < :set";
        database.sql("insert into procedure_move_case (set_id, case_number, state, from_set) "
                        + "select :set, o.case_number, 'WAITING', o.set from (" + OpenCases.ON_SETS + ") o where "
                        + which
                        + " and not exists (select 1 from procedure_move_case k "
                        + "where k.set_id = :set and k.case_number = o.case_number) on conflict do nothing")
                .param("set", move.set())
                .update();
    }

    List<Move> open() {
        return database.sql(
                        "select set_id as set, draft_id as draft, back from procedure_move where ended_at is null order by set_id")
                .query(Move.class)
                .list();
    }

    /** True if this node may publish until its transaction ends: nobody else is at it, and no case waits from the time before. */
    boolean isMyTurn() {
        return NodeTurn.isMine(database, TURN) && !isUnderWay();
    }

    private boolean isUnderWay() {
        return database.sql("""
                        select exists (select 1 from procedure_move_case k join procedure_move m on m.set_id = k.set_id
                          where m.ended_at is null and k.state = 'WAITING')""").query(Boolean.class).single();
    }

    /**
     * Takes the next case until the transaction ends.
     *
     * @param not those that could not be had a moment ago
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> claim(Set<String> not) {
        List<String> others = new ArrayList<>(not);
        others.add("");
        return database.sql("""
                        select m.set_id, m.draft_id, m.back, k.case_number
                        from procedure_move_case k join procedure_move m on m.set_id = k.set_id
                        where k.state = 'WAITING' and m.ended_at is null and k.case_number not in (:not)
                        order by k.set_id, k.case_number limit 1 for update of k skip locked""")
                .param("not", others)
                .query((row, number) ->
                        new Claim(new Move(row.getInt(1), row.getInt(2), row.getBoolean(3)), row.getString(4)))
                .optional();
    }

    void done(Claim claim, String state, String reason, boolean promised, String mapped) {
        database.sql("""
                        update procedure_move_case set state = ?, reason = ?, promised = ?, mapped = ?::jsonb, done_at = ?
                        where set_id = ? and case_number = ? and state = 'WAITING'""")
                .params(
                        state,
                        reason,
                        promised,
                        mapped,
                        OffsetDateTime.now(clock),
                        claim.move().set(),
                        claim.caseNumber())
                .update();
    }

    /** Where the steps of a case stood before this move, as it was written down. */
    Optional<String> mapped(int set, String caseNumber) {
        return database.sql("select mapped::text from procedure_move_case where set_id = ? and case_number = ?")
                .params(set, caseNumber)
                .query(String.class)
                .optional();
    }

    /** Those that could not be moved wait once more; how many there are. */
    int again(int set) {
        int cases = database.sql("update procedure_move_case set state = 'WAITING', reason = null, done_at = null "
                        + "where set_id = ? and state = 'FAILED'")
                .param(set)
                .update();
        database.sql("update procedure_move set ended_at = null where set_id = ?")
                .param(set)
                .update();
        return cases;
    }

    /** What was still waiting stays where it is. */
    void stop(int set, String reason) {
        database.sql("update procedure_move_case set state = 'STAYED', reason = ?, done_at = ? "
                        + "where set_id = ? and state = 'WAITING'")
                .params(reason, OffsetDateTime.now(clock), set)
                .update();
        end(set);
    }

    /** Over is what has nobody waiting, and nobody who may still come. */
    void endWhatIsOver() {
        OffsetDateTime longAgo = OffsetDateTime.now(clock).minus(LATEST_COMER);
        Set<Integer> over = new HashSet<>(
                database.sql("""
                        select m.set_id from procedure_move m where m.ended_at is null and m.began_at < ?
                          and not exists (select 1 from procedure_move_case k where k.set_id = m.set_id and k.state = 'WAITING')""").param(longAgo).query(Integer.class).list());
        over.forEach(this::end);
    }

    private void end(int set) {
        database.sql("update procedure_move set ended_at = ? where set_id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), set)
                .update();
    }
}
