package jp.tsunagu.disposal;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server with all its programs, as the system's package brings it: the embedded one has no pg_dump. */
final class PostgresOfTheMachine implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresOfTheMachine(Path programs) throws Exception {
        this.programs = programs;
        this.folder = Files.createTempDirectory("postgres-of-the-machine");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        server(List.of(
                "initdb",
                "--pgdata=" + cluster(),
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        server(List.of(
                "pg_ctl",
                "--pgdata=" + cluster(),
                "--wait",
                "--log=" + folder.resolve("log"),
                "-o",
                "-p " + port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start"));
    }

    /** The newest version that is installed; empty if there is none with all programs. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "psql", "createdb")
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Path::compareTo);
        }
    }

    static PostgresOfTheMachine start(Path programs) throws Exception {
        return new PostgresOfTheMachine(programs);
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    void create(String database) throws Exception {
        run(new ProcessBuilder(programs.resolve("createdb").toString(), database), "postgres");
    }

    /** Runs a program of the repository on one of the databases; what it wrote. */
    String runs(String database, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return run(process, database);
    }

    private String run(ProcessBuilder process, String database) throws Exception {
        Map<String, String> environment = process.environment();
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(port));
        environment.put("PGUSER", "postgres");
        environment.put("PGDATABASE", database);
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        return finished(process);
    }

    /** PostgreSQL refuses to run as root: there it runs in a user namespace of its own, as the embedded one does. */
    private void server(List<String> command) throws Exception {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.add(programs.resolve(command.get(0)).toString());
        whole.addAll(command.subList(1, command.size()));
        ProcessBuilder process = new ProcessBuilder(whole);
        process.redirectOutput(folder.resolve("out").toFile());
        finished(process);
    }

    private static String finished(ProcessBuilder process) throws Exception {
        process.redirectErrorStream(true);
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes());
        if (!running.waitFor(2, TimeUnit.MINUTES) || running.exitValue() != 0) {
            throw new IllegalStateException(process.command() + ": " + output);
        }
        return output;
    }

    @Override
    public void close() throws Exception {
        server(List.of("pg_ctl", "--pgdata=" + cluster(), "--mode=immediate", "stop"));
        FileSystemUtils.deleteRecursively(folder);
    }
}
