package jp.tsunagu.disposal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A restored backup brings back who was erased since it was made. They are erased again before the program listens to anybody: the
 * journal knows them, by the id of the case, which no other case ever gets. All of them in one transaction, or the start fails.
 */
@Component
class ErasedAgain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);

    /** An arbitrary number that all nodes agree on. */
    private static final long LOCK = 7_106_139L;

    private final ErasureJournal journal;
    private final Certificates certificates;
    private final Erasure erasure;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private boolean done;

    ErasedAgain(
            ErasureJournal journal,
            Certificates certificates,
            Erasure erasure,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.journal = journal;
        this.certificates = certificates;
        this.erasure = erasure;
        this.database = database;
        this.transaction = transaction;
    }

    /** Before the web server, which is among the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        Integer again = transaction.execute(status -> eraseAgain());
        if (again > 0) {
            LOG.warn("復元したデータベースに、廃棄したはずのケースの控えが{}件ありました。もう一度消去しました。", again);
        }
        done = true;
    }

    /** Two nodes that start at the same moment do it one after the other; the second finds nothing left. */
    private int eraseAgain() {
        database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        Set<UUID> known = new HashSet<>(certificates.ids());
        int again = 0;
        for (Certificate certificate : journal.read()) {
            if (known.add(certificate.disposalId())) {
                erasure.eraseAgain(certificate);
                again++;
            }
        }
        return again;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }
}
