package jp.tsunagu.procedure.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.procedure.PackagedForms;

/** Stands in for the program inside the built jar: asks for one told case, as a page does. */
public final class RunnerInJar {

    private RunnerInJar() {}

    /** Writes what came of the first of the packaged told cases into the file that is named. */
    public static void main(String[] arguments) throws IOException {
        List<KeptScenario> one = new PackagedScenarios().all().subList(0, 1);
        ScenarioResult result = new RunnerProcess("minato", Duration.ofMinutes(2), 384)
                .run(PackagedForms.procedure(), one, done -> {})
                .get(0);
        Files.writeString(
                Path.of(arguments[0]),
                result.id() + " " + (result.green() ? "green" : result.parted().toString()));
    }
}
