package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** A deciding field offers what the list of variables has, and nothing else. */
@Component
class FormChoicesListed implements WardRule {

    private static final String RULE = "form-choices-listed";

    private static final Set<String> WITH_CHOICES = Set.of("radio", "select", "checklist");

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        VariableCatalogue variables = Lists.variables(files);
        return Forms.of(files).stream()
                .flatMap(form -> Forms.topLevel(form.json()).stream()
                        .flatMap(field -> variables.find(field.path("key").asText()).stream()
                                .flatMap(variable -> of(form.file(), field, variable))))
                .toList();
    }

    private static Stream<Finding> of(String file, JsonNode field, Variable variable) {
        Set<String> known = variable.type() == Type.BOOLEAN ? Set.of("true", "false") : variable.values();
        if (known.isEmpty()) {
            return Stream.empty();
        }
        boolean fits = WITH_CHOICES.contains(field.path("type").asText())
                || (variable.type() == Type.BOOLEAN
                        && field.path("type").asText().equals("checkbox"));
        if (!fits && !Forms.isShownOnly(field)) {
            return Stream.of(finding(
                    file, field, Forms.label(field) + "（" + variable.name() + "）は道を決める項目なので、決まった選択肢から選ぶ項目にしてください。"));
        }
        Set<String> offered = new TreeSet<>();
        field.path("values").forEach(choice -> offered.add(choice.path("value").asText()));
        Set<String> unknown = new TreeSet<>(offered);
        unknown.removeAll(known);
        Set<String> left = new TreeSet<>(known);
        left.removeAll(offered);
        Stream<Finding> tooMuch = unknown.stream()
                .map(value -> finding(
                        file,
                        field,
                        Forms.label(field) + "の選択肢「" + value + "」は、変数の一覧 variables.yaml の「" + variable.name()
                                + "」にない値です。使える値: " + String.join("、", known)));
        Stream<Finding> tooLittle = offered.isEmpty()
                ? Stream.empty()
                : left.stream()
                        .map(value -> finding(
                                file, field, Forms.label(field) + "の選択肢に「" + value + "」がありません。この値の道には、だれも進めなくなります。"));
        return Stream.concat(tooMuch, tooLittle);
    }

    private static Finding finding(String file, JsonNode field, String message) {
        return Finding.error(RULE, file, field.path("key").asText(), message);
    }
}
