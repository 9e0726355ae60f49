package jp.tsunagu.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.engine.CaseTasks;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** 担当の変更: the case and every open task of the worker change hands in one act, so that nobody falls between two desks. */
@Component
class WorkerChangeStep implements StepHandler, ServedValue {

    private static final String ROLE = Roles.CONSULTATION_SUPPORTER;

    private final Responsibility responsibility;
    private final CaseTasks tasks;
    private final Members members;

    WorkerChangeStep(Responsibility responsibility, CaseTasks tasks, Members members) {
        this.responsibility = responsibility;
        this.tasks = tasks;
        this.members = members;
    }

    @Override
    public Set<String> steps() {
        return Set.of("workerChanged");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        return responsibility.of(submission.caseNumber(), ROLE).equals(submission.text("newWorker"))
                ? List.of(Refusal.ofField("newWorker", "いまの担当と同じ人です。"))
                : List.of();
    }

    @Override
    public void record(Submission submission) {
        String to = submission.text("newWorker").orElseThrow();
        Optional<String> from = responsibility.of(submission.caseNumber(), ROLE);
        responsibility.give(submission.caseNumber(), ROLE, to);
        from.ifPresent(before -> tasks.handOver(submission.caseNumber(), ROLE, before, to));
    }

    @Override
    public Set<String> keys() {
        return Set.of("supporters");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        members.membersOf(ROLE)
                .forEach(user -> choices.addObject().put("value", user).put("label", members.nameOf(user)));
        return choices;
    }
}
