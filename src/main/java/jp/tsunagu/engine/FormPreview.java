package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.Draft;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A form that is being typed: who may type it, and what the server proposes from what is typed so far. */
@Component
public class FormPreview {

    private final ProcessEngine engine;
    private final FormAccess access;
    private final ServedValues served;
    private final CaseDocuments cases;

    FormPreview(@Lazy ProcessEngine engine, FormAccess access, ServedValues served, CaseDocuments cases) {
        this.engine = engine;
        this.access = access;
        this.served = served;
        this.cases = cases;
    }

    /**
     * The server's values of a task's form.
     *
     * @throws RefusedException if the task is not the logged-in person's
     */
    public ObjectNode ofTask(String taskId, ObjectNode typed) {
        return execute(command -> {
            TaskEntity task = access.ownTask(command, taskId);
            FormSchema form = access.forms().ofTask(command, task);
            String user = access.user(command);
            ObjectNode proposals = served.proposals(form, user, place(task), typed);
            if (!proposals.isEmpty()) {
                cases.shown(user, place(task).caseNumber());
            }
            return proposals;
        });
    }

    /**
     * What a person typed into a task's form before, as far as the form still asks for it; if nothing, what was sent with it
     * before it was taken back, without what is kept back from this person.
     *
     * @throws RefusedException if the task is not the logged-in person's
     */
    public ObjectNode draftOfTask(String taskId, Optional<ObjectNode> typed) {
        return execute(command -> {
            TaskEntity task = access.ownTask(command, taskId);
            FormSchema form = access.forms().ofTask(command, task);
            String user = access.user(command);
            ObjectNode before = typed.orElseGet(() -> sentBefore(task, form, user));
            return Draft.over(form, before, served.forForm(form, user, place(task)));
        });
    }

    private ObjectNode sentBefore(TaskEntity task, FormSchema form, String user) {
        Place place = place(task);
        ObjectNode sent = cases.sentBefore(task.getId()).orElseGet(JsonNodeFactory.instance::objectNode);
        if (!sent.isEmpty()) {
            cases.shown(user, place.caseNumber());
        }
        return served.withoutKeptBack(form, user, place, sent);
    }

    private static Place place(TaskEntity task) {
        return Place.of(TaskFactsReader.read(task), TaskFactsReader.procedureSet(task));
    }

    /** The same for a form that starts a case: there is nothing to show yet. */
    public ObjectNode draftOfStart(String formKey, ObjectNode typed) {
        return execute(command ->
                Draft.over(access.forms().latest(command, formKey), typed, JsonNodeFactory.instance.objectNode()));
    }

    private <T> T execute(DoorCommand<T> act) {
        return DoorCommand.perform(engine, DoorCommand.withoutRows(act));
    }
}
