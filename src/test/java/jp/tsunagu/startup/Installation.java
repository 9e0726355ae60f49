package jp.tsunagu.startup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL as a municipality has it, empty at first and durable, with the nodes that work on it. It can go away. */
final class Installation implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path cluster;
    private final Map<String, String> settings;
    private final List<RunningNode> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;

    private Installation(Map<String, String> settings) throws IOException {
        this.cluster = Files.createTempDirectory("installation").resolve("postgresql");
        this.settings = settings;
        this.postgres = builder().start();
    }

    static Installation empty() throws IOException {
        return empty(Map.of());
    }

    /** With these environment variables for every node. */
    static Installation empty(Map<String, String> settings) throws IOException {
        return new Installation(settings);
    }

    private EmbeddedPostgres.Builder builder() {
        // the library is made for tests that may forget; these ask what outlives a crash
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    RunningNode start() {
        return start("node");
    }

    /** A node whose sessions the database knows by this name. The password is the one that everybody has in these tests. */
    RunningNode start(String name) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("SPRING_DATASOURCE_URL", postgres.getJdbcUrl(USER, USER) + "&ApplicationName=" + name);
        environment.put("SPRING_DATASOURCE_USERNAME", USER);
        environment.put("TSUNAGU_ADMIN_PASSWORD", "demo");
        environment.put("TSUNAGU_LOGIN_CHANGEFIRSTPASSWORD", "false");
        environment.put("TSUNAGU_LOGIN_SHORTESTPASSWORD", "4");
        environment.put("TSUNAGU_LOGIN_FEWESTGUESSES", "0");
        environment.putIfAbsent("TSUNAGU_DATA_KEYS", Opened.KEY);
        RunningNode node = RunningNode.start(environment);
        nodes.add(node);
        return node;
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    /** The server is stopped, as for maintenance: everybody connected is thrown out. */
    void databaseGoes() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void databaseComesBack() {
        try {
            postgres = builder().setPort(postgres.getPort()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server stands still, as on a machine that hangs: nobody is told anything. */
    void databaseFreezes() {
        signalDatabase("STOP");
    }

    void databaseThaws() {
        signalDatabase("CONT");
    }

    private void signalDatabase(String signal) {
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .forEach(process -> RunningNode.signal(signal, process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(RunningNode::kill);
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            // a frozen server cannot be stopped
            databaseThaws();
        }
        postgres.close();
        FileSystemUtils.deleteRecursively(cluster.getParent());
    }
}
