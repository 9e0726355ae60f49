package jp.tsunagu.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that repeats itself on every node, and that one of them does at a time. */
public final class NodeTurn {

    private NodeTurn() {}

    /**
     * Takes the work until the transaction ends.
     *
     * @param work an arbitrary number that all nodes agree on
     * @return false while another node is at it
     */
    public static boolean isMine(JdbcClient database, long work) {
        return database.sql("select pg_try_advisory_xact_lock(?)")
                .params(work)
                .query(Boolean.class)
                .single();
    }
}
