package jp.tsunagu.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM that was killed leaves its PostgreSQL running, and the next start would find the data folder in use. It is shut
 * down first; PostgreSQL then recovers from its log as after a power cut.
 */
final class OrphanedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final long PATIENCE_SECONDS = 30;

    private OrphanedPostgres() {}

    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> running = runningServer(cluster.resolve("postmaster.pid"));
        if (running.isEmpty()) {
            return;
        }
        LOG.info("前回の PostgreSQL（プロセス {}）が残っているため、停止します。", running.get().pid());
        running.get().destroy();
        try {
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("PostgreSQL の停止を待つ間に中断されました。", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("前回の PostgreSQL を停止できませんでした（" + cluster + "）。", e);
        }
    }

    private static Optional<ProcessHandle> runningServer(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).trim().matches("\\d+")) {
            return Optional.empty();
        }
        // the pid may have been given to another program since: only a postgres is stopped
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
    }
}
