package jp.tsunagu.casefile.crypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node with these keys does to a database. */
final class Node {

    final DataKeys keys;
    final Vault vault;
    final Resealing resealing;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final BlindIndex index;
    private final KeyRegister register;
    private final SealingProgress progress;
    private final JdbcTemplate batches;

    Node(DataSource source, String given) {
        database = JdbcClient.create(source);
        batches = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        keys = new DataKeys(given, "", Path.of(""));
        vault = new Vault(keys);
        index = new BlindIndex(keys);
        register = new KeyRegister(database, keys, vault, Clock.systemUTC());
        progress = new SealingProgress(database, keys, Clock.systemUTC());
        resealing = new Resealing(
                database, batches, transaction, keys, vault, register, progress, List.of(folded(IndexRebuild.class)));
    }

    /** The one class of the case file that takes part. */
    private <T> T folded(Class<T> as) {
        try {
            Constructor<?> made = Class.forName("jp.tsunagu.casefile.FoldedNames")
                    .getDeclaredConstructor(JdbcTemplate.class, Vault.class, BlindIndex.class);
            return as.cast(BeanUtils.instantiateClass(made, batches, vault, index));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        register.check();
        progress.begin();
        transaction.executeWithoutResult(
                status -> folded(jp.tsunagu.engine.StartUpStep.class).run());
    }

    /** One batch; the node dies before it is written, if so said. */
    boolean batch(boolean dies) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean more = resealing.some(new java.util.HashSet<>());
            if (dies) {
                status.setRollbackOnly();
            }
            return more;
        }));
    }

    void all() {
        for (int batches = 0; batch(false); batches++) {
            assertThat(batches).isLessThan(10_000);
        }
    }

    /** How many people have this part in their name. */
    long found(String part) {
        Long[] hashes = index.sought(List.of(part)).stream().map(one -> one[0]).toArray(Long[]::new);
        return database.sql("select count(*) from person where search_parts && ?")
                .param(hashes)
                .query(Long.class)
                .single();
    }
}
