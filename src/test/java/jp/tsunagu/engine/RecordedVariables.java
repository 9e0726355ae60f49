package jp.tsunagu.engine;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.form.FormSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Remembers what the last submission handed to the engine, so that another engine can be given exactly the same. */
public final class RecordedVariables extends DecisionVariables {

    private Map<String, Object> initial = Map.of();
    private Map<String, Object> last = Map.of();
    private boolean recording;

    RecordedVariables(VariableLists catalogue, CaseDocuments cases) {
        super(catalogue, cases);
    }

    /** Put beside the application's own parts; no class that a component scan finds. */
    public static class Parts {

        @Bean
        @Primary
        RecordedVariables recordedVariables(VariableLists catalogue, CaseDocuments cases) {
            return new RecordedVariables(catalogue, cases);
        }
    }

    /** While one case is walked by one thread. */
    public void record(boolean on) {
        recording = on;
    }

    /** What the last submission set. */
    public Map<String, Object> last() {
        return last;
    }

    /** What the last start set, the instance's first values included. */
    public Map<String, Object> lastStart() {
        Map<String, Object> all = new HashMap<>(initial);
        all.putAll(last);
        return all;
    }

    @Override
    Map<String, Object> initial(String processDefinitionId) {
        Map<String, Object> values = super.initial(processDefinitionId);
        if (recording) {
            initial = new HashMap<>(values);
        }
        return values;
    }

    @Override
    Map<String, Object> of(Submission submission, FormSchema form, Map<String, Object> derived) {
        Map<String, Object> values = super.of(submission, form, derived);
        if (recording) {
            last = new HashMap<>(values);
        }
        return values;
    }
}
