package jp.tsunagu.casefile;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 一時保存 whose task is gone, because the case ended or the step was cancelled, and of reports about a case in which nothing is
 * under way any more: nobody can open them, and personal data that nobody needs does not stay (要領 第12条). What was typed on a
 * page of a case goes when it was left for long.
 */
@Component
public class LeftDrafts {

    private static final int LONGEST_ON_A_PAGE_IN_DAYS = 30;

    private final JdbcClient database;

    LeftDrafts(JdbcClient database) {
        this.database = database;
    }

    /** Forgets those last saved before this moment; on a page, {@value #LONGEST_ON_A_PAGE_IN_DAYS} days before. */
    public int forget(OffsetDateTime before) {
        return database.sql("""
                        delete from form_draft d where d.saved_at < ? and (
                            d.subject like 'task:%'
                              and not exists (select 1 from act_ru_task t where t.id_ = substr(d.subject, 6))
                            or d.subject like 'event:%'
                              and not exists (select 1 from act_ru_execution e
                                              where e.business_key_ = split_part(d.subject, ':', 2)))
                          or d.subject like 'page:%' and d.saved_at < ?
                        """)
                .params(before, before.minusDays(LONGEST_ON_A_PAGE_IN_DAYS))
                .update();
    }
}
