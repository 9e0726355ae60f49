package jp.tsunagu.startup;

import java.util.List;
import jp.tsunagu.engine.StartUpStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prepares procedure, groups, permissions and filters. Two nodes that start at the same moment do it one after the other,
 * and the second finds everything there.
 */
@Component
class StartUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    /** An arbitrary number that all nodes agree on. */
    static final long LOCK = 7_106_026L;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final List<StartUpStep> steps;

    StartUp(JdbcClient database, TransactionTemplate transaction, List<StartUpStep> steps) {
        this.database = database;
        this.transaction = transaction;
        this.steps = steps;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            database.sql("select 1 from (select pg_advisory_xact_lock(?)) locked")
                    .params(LOCK)
                    .query(Integer.class)
                    .single();
            steps.forEach(StartUpStep::run);
        });
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            LOG.info(
                    "つなぐの準備ができました。ブラウザーで http://localhost:{} を開き、ログインしてください。",
                    web.getWebServer().getPort());
        }
    }
}
