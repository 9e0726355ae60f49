package jp.tsunagu.ledger;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.change.CaseEvents;
import org.springframework.stereotype.Component;

/** What a form is called for a reader: as its step in the diagram, or as the event that it reports. */
@Component
class StepTitles {

    private final Map<String, String> events;

    StepTitles(CaseEvents events) {
        this.events = events.labels();
    }

    /** @param steps id → name of the steps in the diagrams */
    String title(String form, Map<String, String> steps) {
        if (events.containsKey(form)) {
            return events.get(form);
        }
        return form.equals("reception") ? "相談受付" : steps.getOrDefault(form, form);
    }

    Set<String> events() {
        return events.keySet();
    }
}
