package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.FormSchema;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Picks out of a submission what the engine may know: the deciding fields, what the server derived, and the act's date. */
@Component
public class DecisionVariables {

    private final VariableLists lists;
    private final CaseDocuments cases;

    DecisionVariables(VariableLists lists, CaseDocuments cases) {
        this.lists = lists;
        this.cases = cases;
    }

    /** What an instance knows from the start; a process definition's id begins with the key of its process. */
    Map<String, Object> initial(String processDefinitionId) {
        return new HashMap<>(
                lists.present().initialValues(processDefinitionId.substring(0, processDefinitionId.indexOf(':'))));
    }

    /** Called once the document is stored: what a hidden field decides is what the case file still holds for it. */
    Map<String, Object> of(Submission submission, FormSchema form, Map<String, Object> derived) {
        Map<String, Object> variables = asked(
                lists.of(submission.procedureSet()),
                form,
                submission.answers(),
                name -> cases.values(submission.caseNumber(), Set.of(name)).path(name));
        variables.putAll(derived);
        variables.put(Names.ACT_DATE, startOf(submission.actDate()));
        return variables;
    }

    /**
     * What the answers of a form tell the engine. A box that was hidden was not left empty: it says what is known of the case,
     * and nothing else may stand in the engine.
     *
     * @param kept what is known of the case under a name; missing or null if nothing
     */
    public static Map<String, Object> asked(
            VariableCatalogue catalogue, FormSchema form, JsonNode answers, Function<String, JsonNode> kept) {
        Map<String, Object> variables = new HashMap<>();
        for (Variable variable : catalogue.all()) {
            if (variable.typed() && form.inputKeys().contains(variable.name())) {
                JsonNode answer = answers.path(variable.name());
                boolean hidden = answer.isMissingNode() && variable.type() == Type.BOOLEAN;
                Object value = typed(variable, hidden ? kept.apply(variable.name()) : answer);
                if (value != null) {
                    variables.put(variable.name(), value);
                }
            }
        }
        return variables;
    }

    /** Midnight in Tokyo: a day as the engine's Date. */
    public static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(EngineClock.TOKYO).toInstant());
    }

    private static Object typed(Variable variable, JsonNode answer) {
        if (answer.isMissingNode() || answer.isNull()) {
            // a box that was not ticked is an answer
            return variable.type() == Type.BOOLEAN ? Boolean.FALSE : null;
        }
        return switch (variable.type()) {
            case STRING -> answer.asText();
            case BOOLEAN -> answer.asBoolean();
            case INTEGER -> answer.asInt();
            case DATE -> startOf(LocalDate.parse(answer.asText()));
            case JSON -> SpinValues.jsonValue(answer.toString()).create();
        };
    }
}
