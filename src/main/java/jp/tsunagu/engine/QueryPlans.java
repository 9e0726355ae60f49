package jp.tsunagu.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Connections keep the plan of a statement whatever it is asked for (application.yaml), which is right for the steps of a case. How
 * many cases are late, have a name or went through a step in a year depends on what is asked.
 */
public final class QueryPlans {

    private QueryPlans() {}

    /**
     * What follows in this transaction is planned for what it is asked, and done by one process: several would each read the same
     * again.
     */
    public static void forWhatIsAsked(JdbcClient database) {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        database.sql("set local max_parallel_workers_per_gather = 0").update();
    }
}
