package jp.tsunagu.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office runs the program as one jar: the JVM of the told cases starts out of it, with everything that is packed inside. */
class ScenarioInJarIT {

    private static final Path JAR = Path.of("target", "tsunagu.jar");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aToldCaseRunsInAJvmOutOfTheJar(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(JAR).as("built by `mvn package`").exists();
        Process office = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dloader.main=" + RunnerInJar.class.getName(),
                        "-Dloader.path=" + Path.of("target", "test-classes").toAbsolutePath(),
                        "-cp",
                        JAR.toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher",
                        folder.resolve("came").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor()).as(() -> read(folder.resolve("log"))).isZero();
        assertThat(read(folder.resolve("came")))
                .isEqualTo(new PackagedScenarios().all().get(0).id() + " green");
    }
}
