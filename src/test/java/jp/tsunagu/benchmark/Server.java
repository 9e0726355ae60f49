package jp.tsunagu.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for all that is compared, each with a database of its own; durable, as where it counts. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server() throws IOException {
        this("");
    }

    /** With what every statement took, those of triggers too. */
    static Server withStatementStatistics() throws IOException {
        return new Server("pg_stat_statements");
    }

    private Server(String preloaded) throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/benchmark").toAbsolutePath()), "data");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("shared_preload_libraries", preloaded)
                .setServerConfig("pg_stat_statements.track", "all")
                .start();
    }

    /** Makes a database and returns its URL. */
    String create(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
