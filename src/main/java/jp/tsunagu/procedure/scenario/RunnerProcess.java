package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.ProcedureFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Starts {@link ScenarioRunner} as a JVM of its own, from the same jar or class path as this one, within limits of time and
 * memory. It sees nothing of this one's environment: it runs what somebody drew and nobody has approved yet.
 */
@Component
class RunnerProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOADER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int LOOK_EVERY_MS = 200;
    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private final String municipality;
    private final Duration longest;
    private final int megabytes;

    RunnerProcess(
            @Value("${tsunagu.municipality:minato}") String municipality,
            @Value("${tsunagu.scenarios.longest:PT3M}") Duration longest,
            @Value("${tsunagu.scenarios.megabytes:384}") int megabytes) {
        this.municipality = municipality;
        this.longest = longest;
        this.megabytes = megabytes;
    }

    /**
     * Runs scenarios one after the other and waits for the end.
     *
     * @param progress told now and then how many are done
     * @return a result for each that was run; where the runner had to be stopped, the one it was at says so and those after
     *     it are missing
     */
    List<ScenarioResult> run(ProcedureFiles files, List<KeptScenario> scenarios, IntConsumer progress) {
        try {
            Path folder = Files.createTempDirectory("tsunagu-scenarios");
            try {
                return run(folder, files, scenarios, progress);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("例題を実行する一時フォルダーを使えません。", e);
        }
    }

    private List<ScenarioResult> run(
            Path folder, ProcedureFiles files, List<KeptScenario> scenarios, IntConsumer progress) throws IOException {
        Path request = folder.resolve("request.json");
        Path answer = folder.resolve("answer.jsonl");
        List<String> texts = scenarios.stream().map(KeptScenario::source).toList();
        JSON.writeValue(request.toFile(), new RunnerRequest(municipality, ContentHash.withoutPapers(files), texts));
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectInput(request.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().keySet().removeIf(name -> !name.matches("(?i)systemroot|temp|tmp|path"));
        Process process = builder.start();
        String stopped;
        try {
            stopped = await(process, () -> progress.accept(lines(answer).size()));
        } finally {
            process.destroyForcibly();
        }
        List<ScenarioResult> results = new ArrayList<>(
                lines(answer).stream().map(ScenarioResultTable::read).toList());
        if (results.size() < scenarios.size()) {
            KeptScenario at = scenarios.get(results.size());
            results.add(ScenarioResult.notRun(at.id(), at.title(), "例題が終わりまで実行される", stopped));
        }
        return results;
    }

    /** @return why not all of it was run, should that be so */
    private String await(Process process, Runnable look) {
        try {
            for (long looks = longest.toMillis() / LOOK_EVERY_MS;
                    !process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                    looks--) {
                if (looks <= 0) {
                    process.destroyForcibly().waitFor();
                    return "制限時間（" + longest.toSeconds() + "秒）を過ぎたので止めました。図に終わりのない繰返しがないか確かめてください。";
                }
                look.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "つなぐが停止したので、実行をやめました。もう一度実行してください。";
        }
        return process.exitValue() == OUT_OF_MEMORY
                ? "メモリの上限（" + megabytes + "MB）を超えたので止めました。図に終わりのない繰返しがないか確かめてください。"
                : "実行するプログラムが途中で止まりました（終了コード " + process.exitValue() + "）。もう一度実行し、続くときはシステム管理者に知らせてください。";
    }

    /** Whole lines only: the last may be half written. A JVM without memory says so among the answers. */
    private static List<String> lines(Path answer) {
        try {
            String all = Files.exists(answer) ? Files.readString(answer, StandardCharsets.UTF_8) : "";
            return all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                // it lives for seconds
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=Asia/Tokyo",
                "-Dlogback.configurationFile=jp/tsunagu/procedure/scenario/quiet-log.xml",
                "-cp",
                classPath()));
        if (ClassUtils.isPresent(LOADER, ClassLoader.getSystemClassLoader())) {
            // started as one jar: the loader in it finds what is packed inside
            command.add("-Dloader.main=" + ScenarioRunner.class.getName());
            command.add(LOADER);
        } else {
            command.add(ScenarioRunner.class.getName());
        }
        return command;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
