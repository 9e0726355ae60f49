package jp.tsunagu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.ServedValue.Viewer;
import jp.tsunagu.form.FixedRows;
import jp.tsunagu.form.FormField;
import jp.tsunagu.form.FormSchema;
import org.springframework.stereotype.Component;

/**
 * Puts together what a form shows when it opens: what the case file holds already (nothing is asked twice), what the
 * server can propose, and what this person typed before without sending it.
 */
@Component
class ServedValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseDocuments cases;
    private final VariableLists variables;
    private final Members members;
    private final Clock clock;
    private final ContactShield shield;
    private final Map<String, ServedValue> byKey = new HashMap<>();

    ServedValues(
            CaseDocuments cases,
            VariableLists variables,
            Members members,
            Clock clock,
            ContactShield shield,
            List<ServedValue> providers) {
        this.cases = cases;
        this.variables = variables;
        this.members = members;
        this.clock = clock;
        this.shield = shield;
        for (ServedValue provider : providers) {
            for (String key : provider.keys()) {
                if (byKey.put(key, provider) != null) {
                    throw new IllegalStateException("入力フォームへ渡す値 " + key + " を二つの部品が名乗っています。");
                }
            }
        }
    }

    /**
     * Where in the procedure a form stands.
     *
     * @param caseNumber null for a start form
     */
    record Place(String caseNumber, String step, String processInstanceId, int procedureSet) {

        static Place of(TaskFacts facts, int procedureSet) {
            return new Place(facts.caseNumber(), facts.step(), facts.processInstanceId(), procedureSet);
        }

        private Viewer viewer(String user, ObjectNode values) {
            return new Viewer(user, caseNumber, step, processInstanceId, procedureSet, values);
        }
    }

    /** Everything a form needs to be rendered when it is opened. */
    ObjectNode forForm(FormSchema form, String user, Place place) {
        ObjectNode stored = stored(form, place.caseNumber());
        stored.remove(shield.keptBack(form, user, place.caseNumber()));
        actKeys(form, place.procedureSet()).forEach(stored::remove);
        serve(form, form.referencedKeys(), place.viewer(user, stored));
        prefill(form.fields(), user, stored);
        return stored;
    }

    /** A form as it opens for somebody who is not shown the case. */
    ObjectNode empty(FormSchema form, String user) {
        ObjectNode data = JSON.createObjectNode();
        prefill(form.fields(), user, data);
        return data;
    }

    /**
     * What the server knows of the form's names, for choices and conditions of a document that is sent. Of what is typed the fields that are
     * asked win; what the browser sends for a field it only shows does not count.
     */
    ObjectNode known(FormSchema form, String user, Place place, ObjectNode typed) {
        return known(form, form.decidingKeys(), user, place, typed);
    }

    private ObjectNode known(FormSchema form, Set<String> keys, String user, Place place, ObjectNode typed) {
        ObjectNode values = stored(form, place.caseNumber());
        values.setAll(typed.deepCopy().retain(form.inputKeys()));
        serve(form, keys, place.viewer(user, values));
        return values;
    }

    /** What somebody sent before, as far as it may be shown to this person. */
    ObjectNode withoutKeptBack(FormSchema form, String user, Place place, ObjectNode sent) {
        return sent.deepCopy().remove(shield.keptBack(form, user, place.caseNumber()));
    }

    /** What was typed, with the present answers where a field was kept back from the sender and came back empty. */
    ObjectNode completed(FormSchema form, String user, Place place, ObjectNode typed) {
        Set<String> keptBack = new HashSet<>(shield.keptBack(form, user, place.caseNumber()));
        keptBack.retainAll(form.inputKeys());
        keptBack.removeIf(key -> !typed.path(key).asText("").isBlank());
        ObjectNode whole = typed.deepCopy();
        if (!keptBack.isEmpty()) {
            whole.remove(keptBack);
            whole.setAll(cases.values(place.caseNumber(), keptBack));
        }
        return whole;
    }

    /** Only the served values of a form, as they follow from what is typed so far. */
    ObjectNode proposals(FormSchema form, String user, Place place, ObjectNode typed) {
        ObjectNode known = known(form, form.referencedKeys(), user, place, typed);
        Set<String> shown = new HashSet<>(byKey.keySet());
        shown.removeAll(form.inputKeys());
        return known.retain(shown);
    }

    private ObjectNode stored(FormSchema form, String caseNumber) {
        if (caseNumber == null) {
            return JSON.createObjectNode();
        }
        ObjectNode values = cases.values(caseNumber, form.referencedKeys());
        if (form.referencedKeys().contains(Names.CASE_NUMBER)) {
            values.put(Names.CASE_NUMBER, caseNumber);
        }
        return values;
    }

    /** A field that is asked and already has a value keeps it; everything else the server knows better. */
    private void serve(FormSchema form, Set<String> keys, Viewer viewer) {
        ObjectNode values = viewer.values();
        Set<String> asked = form.inputKeys();
        keys.stream().filter(byKey::containsKey).sorted().forEach(key -> {
            JsonNode value = asked.contains(key) && values.has(key)
                    ? null
                    : byKey.get(key).value(key, viewer);
            if (value != null) {
                values.set(key, value);
            }
        });
        // also where there are answers already: the plan may have got another goal since
        form.fixedLists().stream()
                .filter(list -> byKey.containsKey(list.path()))
                .forEach(list -> {
                    JsonNode rows = byKey.get(list.path()).value(list.path(), viewer);
                    if (rows != null) {
                        values.set(list.path(), FixedRows.carriedOn(list, rows, values.path(list.path())));
                    }
                });
    }

    /** Fields about one act (a date, a result, a decision) begin empty each time; facts about the person are carried on. */
    private Set<String> actKeys(FormSchema form, int procedureSet) {
        VariableCatalogue deciding = variables.of(procedureSet);
        Set<String> asked = form.inputKeys();
        Set<String> keys = new HashSet<>(form.keysWith("scope", "act"));
        asked.stream().filter(key -> deciding.find(key).isPresent()).forEach(keys::add);
        keys.removeAll(form.keysWith("scope", "case"));
        keys.retainAll(asked);
        return keys;
    }

    private void prefill(List<FormField> fields, String user, ObjectNode data) {
        for (FormField field : fields) {
            if (field.isRepeating()) {
                continue;
            }
            if (field.isContainer()) {
                prefill(field.children(), user, field.path().isEmpty() ? data : data.withObjectProperty(field.path()));
            } else if (field.isInput() && !data.has(field.key())) {
                field.property("prefill").ifPresent(kind -> data.put(field.key(), proposal(kind, user)));
            }
        }
    }

    private String proposal(String kind, String user) {
        return switch (kind) {
            case "today" -> LocalDate.now(clock).toString();
            case "me" -> members.nameOf(user);
            default -> throw new IllegalStateException("入力フォームの prefill に " + kind + " は使えません。");
        };
    }
}
