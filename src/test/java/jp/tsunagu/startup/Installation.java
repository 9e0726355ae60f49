package jp.tsunagu.startup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL as a municipality has it, empty at first and durable, with the nodes that work on it. */
final class Installation implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres postgres;
    private final List<RunningNode> nodes = new ArrayList<>();

    private Installation(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Installation empty() throws IOException {
        // the library is made for tests that may forget; these ask what outlives a crash
        return new Installation(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
    }

    /** The password is the one that {@link jp.tsunagu.story.Office} uses for everybody. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                postgres.getJdbcUrl(USER, USER),
                "SPRING_DATASOURCE_USERNAME",
                USER,
                "TSUNAGU_ADMIN_PASSWORD",
                "demo");
    }

    RunningNode start() {
        RunningNode node = RunningNode.start(this);
        nodes.add(node);
        return node;
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(RunningNode::kill);
        postgres.close();
    }
}
