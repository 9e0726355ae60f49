package jp.tsunagu.procedure.publish;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a 移行 has come. */
@Component
public class MigrationProgress {

    /** More are not shown on a page; the number is. */
    private static final int LISTED = 200;

    private final JdbcClient database;

    MigrationProgress(JdbcClient database) {
        this.database = database;
    }

    /** Numbers of cases. */
    public record Counts(
            int set, boolean back, OffsetDateTime beganAt, int all, int waiting, int moved, int stayed, int failed) {}

    /** A case that was not moved. */
    public record Left(String caseNumber, String state, String reason) {}

    public Optional<Counts> of(int set) {
        return database.sql("""
                        select m.set_id as set, m.back, m.began_at, count(k.case_number)::integer as all,
                          (count(*) filter (where k.state = 'WAITING'))::integer as waiting,
                          (count(*) filter (where k.state = 'MOVED'))::integer as moved,
                          (count(*) filter (where k.state = 'STAYED'))::integer as stayed,
                          (count(*) filter (where k.state = 'FAILED'))::integer as failed
                        from procedure_move m left join procedure_move_case k on k.set_id = m.set_id
                        where m.set_id = ? group by m.set_id""").param(set).query(Counts.class).optional();
    }

    /** Failed ones first; of a restricted case not its number. */
    public List<Left> left(int set) {
        return database.sql("""
                        select case when is_restricted(case_number) then '（制限ケース）' else case_number end as case_number,
                          state, reason from procedure_move_case
                        where set_id = ? and state in ('STAYED', 'FAILED') order by state, case_number limit %d""".formatted(LISTED)).param(set).query(Left.class).list();
    }
}
