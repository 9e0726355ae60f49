package jp.tsunagu.casefile;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 一時保存 whose task is gone, because the case ended or the step was cancelled: nobody can open them any more, and personal
 * data that nobody needs does not stay (要領 第12条).
 */
@Component
public class LeftDrafts {

    private final JdbcClient database;

    LeftDrafts(JdbcClient database) {
        this.database = database;
    }

    /** Forgets those last saved before this moment. */
    public int forget(OffsetDateTime before) {
        return database.sql("""
                        delete from form_draft d where d.subject like 'task:%' and d.saved_at < ?
                          and not exists (select 1 from act_ru_task t where t.id_ = substr(d.subject, 6))
                        """).param(before).update();
    }
}
