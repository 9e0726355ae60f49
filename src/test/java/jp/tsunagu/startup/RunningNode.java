package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.story.Office;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as an office runs it: the jar, in a process of its own, that can be killed without a farewell. */
final class RunningNode {

    private static final Logger FIGURES = LoggerFactory.getLogger("jp.tsunagu.figures");
    private static final Path JAR = Path.of("target", "tsunagu.jar");
    private static final Path LOGS = Path.of("target", "nodes");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The line that tells people where to go; port 0 lets the system choose, so no other program can take it meanwhile. */
    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)");

    private final Process process;
    private final Path log;
    private final Instant startedAt = Instant.now();

    private RunningNode(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the jar and does not wait for it. */
    static RunningNode start(Map<String, String> environment) {
        assertThat(JAR).as("built by `mvn package`").exists();
        try {
            Path log = Files.createTempFile(Files.createDirectories(LOGS), "node", ".log");
            ProcessBuilder program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Duser.timezone=UTC",
                            "-Xmx512m",
                            // a node lives for seconds here: no time to compile for years
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            program.environment().putAll(environment);
            program.environment().put("SERVER_PORT", "0");
            RunningNode node = new RunningNode(program.start(), log);
            // also when the tests are broken off, and nobody is left to tear down
            Runtime.getRuntime().addShutdownHook(new Thread(node::kill));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until people can work, and fails if the program ends before. */
    Office ready() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || port().find());
        assertThat(process.isAlive()).as("alive; see %s", log).isTrue();
        FIGURES.info(
                "ready after {} s", Duration.between(startedAt, Instant.now()).toSeconds());
        Matcher port = port();
        assertThat(port.find()).isTrue();
        return new Office(Integer.parseInt(port.group(1)), null);
    }

    private Matcher port() {
        return READY.matcher(output());
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a machine that hangs: its connections stay open, and nothing comes over them. */
    void pause() {
        signal("STOP", process.pid());
    }

    void resume() {
        signal("CONT", process.pid());
    }

    static void signal(String signal, long process) {
        try {
            int result = new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            // a process of the database may have ended by itself meanwhile
            assertThat(result == 0 || ProcessHandle.of(process).isEmpty())
                    .as("kill -%s", signal)
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut does it: nothing is said to anybody, nothing is finished. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
