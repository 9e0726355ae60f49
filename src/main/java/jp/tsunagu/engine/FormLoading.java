package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.tsunagu.engine.NotYours.Notice;
import jp.tsunagu.engine.ServedValues.Place;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Answers what a person sees when they open a form: the fields of the form and nothing else, and personal fields only for
 * the one whose task it is (need to know, 要領 第12条).
 */
@Component
class FormLoading {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormAccess access;
    private final ServedValues served;
    private final CaseDocuments cases;
    private final ProcedureSets sets;
    private final NotYours notYours;

    FormLoading(FormAccess access, ServedValues served, CaseDocuments cases, ProcedureSets sets, NotYours notYours) {
        this.access = access;
        this.served = served;
        this.cases = cases;
        this.sets = sets;
        this.notYours = notYours;
    }

    VariableMap task(CommandContext command, String taskId) {
        String user = access.user(command);
        TaskEntity task = access.visibleTask(command, taskId);
        FormSchema form = access.forms().ofTask(command, task);
        TaskFacts facts = TaskFactsReader.read(task);
        ObjectNode document = document(form, cases.version(facts.caseNumber()));
        document.put("mayReassign", notYours.mayReassign(user, facts));
        if (!user.equals(task.getAssignee())) {
            Notice notice = notYours.of(user, facts);
            document.put("notice", notice.text())
                    .put("mayTake", notice.mayTake())
                    .set("colleagues", JSON.valueToTree(notice.colleagues()));
            return answer(document, JSON.createObjectNode().put(Names.CASE_NUMBER, facts.caseNumber()));
        }
        cases.accessed(user, facts.caseNumber(), "閲覧", facts.step());
        return answer(document, served.forForm(form, user, Place.of(facts, TaskFactsReader.procedureSet(task))));
    }

    VariableMap start(CommandContext command, String processDefinitionId) {
        String user = access.user(command);
        access.checkMayStart(command, processDefinitionId);
        FormSchema form = access.forms().ofStart(command, processDefinitionId);
        Place place = new Place(null, form.key(), null, sets.current());
        return answer(document(form, 0), served.forForm(form, user, place));
    }

    /** The head of what a form is opened with, and sent back with. */
    static ObjectNode document(FormSchema form, int caseVersion) {
        return JSON.createObjectNode()
                .put("form", form.key())
                .put("formVersion", form.version())
                .put("caseVersion", caseVersion);
    }

    private static VariableMap answer(ObjectNode document, ObjectNode data) {
        document.set("data", data);
        return Variables.createVariables()
                .putValueTyped(
                        Names.FORM_DOCUMENT,
                        SpinValues.jsonValue(document.toString()).create());
    }
}
