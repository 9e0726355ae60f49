package jp.tsunagu.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.benchmark.Script.Sent;
import jp.tsunagu.benchmark.Walk.Act;
import jp.tsunagu.engine.RecordedVariables;
import jp.tsunagu.story.Office;

/** Walks a case once through our application, each form opened and filled in as a person does, and writes down what was sent. */
final class Recorder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tsunagu tsunagu;
    private final RecordedVariables variables;

    Recorder(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        this.variables = tsunagu.bean(RecordedVariables.class);
    }

    Script record(Walk walk) {
        variables.record(true);
        try {
            List<Sent> forms = new ArrayList<>();
            Act reception = walk.acts().get(0);
            Sent first = filled(reception, tsunagu.openStart(reception.account()), Map.of());
            String number = tsunagu.begin(first);
            forms.add(withVariables(first, variables.lastStart()));
            for (Act act : walk.acts().subList(1, walk.acts().size())) {
                String task = tsunagu.take(number, new Sent(act.account(), act.step(), "", 0, "", Map.of()));
                Sent sent = filled(act, tsunagu.openTask(task), Map.of());
                tsunagu.send(task, sent, forms.size());
                forms.add(withVariables(sent, variables.last()));
            }
            return new Script(walk.name(), forms);
        } finally {
            variables.record(false);
        }
    }

    private static Sent withVariables(Sent sent, Map<String, Object> given) {
        return new Sent(
                sent.account(), sent.step(), sent.form(), sent.formVersion(), sent.data(), new HashMap<>(given));
    }

    private static Sent filled(Act act, String opened, Map<String, Object> given) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(opened);
            Office.answer(document, act.answers());
            return new Sent(
                    act.account(),
                    act.step(),
                    document.path("form").asText(),
                    document.path("formVersion").asInt(),
                    document.path("data").toString(),
                    given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
