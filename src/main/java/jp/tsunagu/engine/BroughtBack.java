package jp.tsunagu.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that a restored backup has brought back after they had been erased: some were still under way when it was made. */
@Component
public class BroughtBack {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final JdbcClient database;

    BroughtBack(@Lazy ProcessEngine engine, InternalActs acts, JdbcClient database) {
        this.engine = engine;
        this.acts = acts;
        this.database = database;
    }

    /** Stops whatever is under way in the case, in the transaction of the caller. Its history stays. */
    public void stop(String caseNumber) {
        List<String> running = database.sql(
                        "select id_ from act_ru_execution where business_key_ = ? and id_ = root_proc_inst_id_")
                .param(caseNumber)
                .query(String.class)
                .list();
        if (!running.isEmpty()) {
            acts.perform("廃棄 " + caseNumber, () -> {
                engine.getRuntimeService().deleteProcessInstances(running, "廃棄", true, true);
                return null;
            });
        }
    }
}
