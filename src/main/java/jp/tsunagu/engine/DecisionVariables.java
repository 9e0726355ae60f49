package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.FormSchema;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Picks out of a submission what the engine may know: the deciding fields, what the server derived, and the act's date. */
@Component
class DecisionVariables {

    private final VariableCatalogue catalogue;

    DecisionVariables(VariableCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What an instance knows from the start; a process definition's id begins with the key of its process. */
    Map<String, Object> initial(String processDefinitionId) {
        return new HashMap<>(
                catalogue.initialValues(processDefinitionId.substring(0, processDefinitionId.indexOf(':'))));
    }

    Map<String, Object> of(Submission submission, FormSchema form, Map<String, Object> derived) {
        Map<String, Object> variables = new HashMap<>();
        Set<String> asked = form.inputKeys();
        for (Variable variable : catalogue.all()) {
            if (variable.typed() && asked.contains(variable.name())) {
                Object value = typed(variable, submission.answers().path(variable.name()));
                if (value != null) {
                    variables.put(variable.name(), value);
                }
            }
        }
        variables.putAll(derived);
        variables.put(Names.ACT_DATE, startOf(submission.actDate()));
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
