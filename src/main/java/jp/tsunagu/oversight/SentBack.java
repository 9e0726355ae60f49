package jp.tsunagu.oversight;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often the ward sent a plan back (要領 第10条第3号). The engine's history knows only that the way went round. */
@Component
class SentBack {

    /** The step of the main process in which the ward decides. */
    static final String DECISION = "planDecision";

    private final JdbcClient database;

    SentBack(JdbcClient database) {
        this.database = database;
    }

    /** In the period; empty where the filter asks for something that a rejection does not have. */
    Optional<Long> count(HeatFilter filter) {
        boolean known = filter.worker() == null
                && filter.role() == null
                && filter.emergency() == null
                && filter.version() == null;
        return known ? Optional.of(read(filter)) : Optional.empty();
    }

    private long read(HeatFilter filter) {
        return database.sql("""
                        select count(*) from rejection r where r.rejected_on between :from and :to
                          and (:service = '' or exists (select 1 from plan_version v
                            where v.id = r.plan_version_id and :service = any (v.services)))
                        """)
                .param("from", filter.from())
                .param("to", filter.to())
                .param("service", filter.service() == null ? "" : filter.service())
                .query(Long.class)
                .single();
    }
}
