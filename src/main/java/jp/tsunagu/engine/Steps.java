package jp.tsunagu.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** All that the modules have to say to a step. */
@Component
class Steps {

    private final Map<String, List<StepHandler>> byStep = new HashMap<>();

    Steps(List<StepHandler> handlers) {
        handlers.forEach(handler -> handler.steps()
                .forEach(step ->
                        byStep.computeIfAbsent(step, s -> new ArrayList<>()).add(handler)));
    }

    List<Refusal> check(Submission submission) {
        return of(submission).stream()
                .flatMap(handler -> handler.check(submission).stream())
                .toList();
    }

    void record(Submission submission) {
        of(submission).forEach(handler -> handler.record(submission));
    }

    Map<String, Object> derive(Submission submission) {
        Map<String, Object> variables = new HashMap<>();
        of(submission).forEach(handler -> variables.putAll(handler.derive(submission)));
        return variables;
    }

    Optional<String> stands(Submission done) {
        return of(done).stream()
                .flatMap(handler -> handler.stands(done).stream())
                .findFirst();
    }

    void undo(Submission done) {
        of(done).forEach(handler -> handler.undo(done));
    }

    private List<StepHandler> of(Submission submission) {
        return byStep.getOrDefault(submission.step(), List.of());
    }
}
