package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** Two fields of a form never write to the same place. */
@Component
class FormKeysUnique implements WardRule {

    private static final String RULE = "form-keys-unique";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return Forms.of(files).stream()
                .flatMap(form -> scope(form.file(), form.json()))
                .toList();
    }

    /** A row or a group with a path has names of its own. */
    private static Stream<Finding> scope(String file, JsonNode container) {
        Map<String, JsonNode> seen = new HashMap<>();
        Stream<Finding> here = Forms.topLevel(container).stream()
                .filter(field -> !field.path("key").asText().isEmpty())
                .filter(field -> seen.putIfAbsent(field.path("key").asText(), field) != null)
                .map(field -> Finding.error(
                        RULE,
                        file,
                        field.path("key").asText(),
                        "項目のキー「" + field.path("key").asText() + "」が、"
                                + Forms.label(seen.get(field.path("key").asText())) + "と" + Forms.label(field)
                                + "の二つで使われています。別のキーにしてください。"));
        return Stream.concat(here, inner(container).flatMap(group -> scope(file, group)));
    }

    private static Stream<JsonNode> inner(JsonNode container) {
        List<JsonNode> found = new ArrayList<>();
        container.path("components").forEach(component -> {
            if (Forms.isContainer(component)) {
                if (component.path("path").asText().isEmpty()) {
                    inner(component).forEach(found::add);
                } else {
                    found.add(component);
                }
            }
        });
        return found.stream();
    }
}
