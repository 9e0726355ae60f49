package jp.tsunagu.access.log;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the whole chain as it stands at one moment: every row, every seal, in one reading of the table. */
@Component
public class Verifier {

    private final LogKeys keys;
    private final JdbcTemplate database;
    private final TransactionTemplate atOneMoment;

    Verifier(LogKeys keys, JdbcTemplate database, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.database = database;
        atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        atOneMoment.setReadOnly(true);
    }

    /**
     * Verifies.
     *
     * @param anchors seals kept outside; each has to be in the chain
     */
    public Verification verify(Collection<Anchor> anchors) {
        List<Anchor> kept = List.copyOf(anchors);
        return atOneMoment.execute(
                status -> database.execute((Connection connection) -> new ChainCheck(keys, connection, kept).check()));
    }
}
