package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagu.engine.TrialEngine;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.VariableFile;

/**
 * Runs scenarios in a JVM of its own: a {@link RunnerRequest} comes on the standard input, and each {@link ScenarioResult}
 * goes to the standard output as one line as soon as it is there.
 */
public final class ScenarioRunner {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioRunner() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        RunnerRequest request = JSON.readValue(System.in, RunnerRequest.class);
        run(request, result -> write(result, answers));
        // threads of a library would keep this JVM alive
        System.exit(0);
    }

    private static void write(ScenarioResult result, OutputStream answers) {
        try {
            answers.write((JSON.writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8));
            answers.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(RunnerRequest request, Consumer<ScenarioResult> each) {
        List<Scenario> scenarios =
                request.scenarios().stream().map(ScenarioReader::read).toList();
        VariableCatalogue variables = VariableFile.of(ProcedureFiles.of(request.files()));
        TrialStage stage = new TrialStage(request.municipality(), variables);
        try (TrialEngine engine = TrialEngine.start(
                TrialBeans.on(stage),
                variables,
                (process, element) -> stage.present().enters(process, element))) {
            stage.plays(engine);
            DraftIndex index = prepare(request, engine);
            scenarios.forEach(scenario -> each.accept(new ScenarioTrial(stage, index).run(scenario)));
        } catch (UnplayableException e) {
            scenarios.forEach(scenario ->
                    each.accept(ScenarioResult.notRun(scenario.id(), scenario.title(), "手続一式を動かせる", e.getMessage())));
        }
    }

    private static DraftIndex prepare(RunnerRequest request, TrialEngine engine) {
        try {
            DraftIndex index = new DraftIndex(request.files());
            engine.deploy(ProcedureFiles.of(request.files()).ofEngine());
            return index;
        } catch (RuntimeException e) {
            // whatever reader or engine say to what somebody drew is an answer about the drawing
            throw new UnplayableException(EngineWords.of(e), e);
        }
    }

    /** The procedure cannot be run at all. */
    private static final class UnplayableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnplayableException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
