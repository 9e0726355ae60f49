package jp.tsunagu.procedure.draft;

import java.util.List;
import java.util.Map;

/**
 * What an editor saves in one act: a file, and with a diagram the rows and forms of its steps.
 *
 * @param content the file
 * @param revision the one that was changed
 * @param targets step → its row in the table of targets; only those that changed
 * @param forms forms to be made
 */
record Saving(String content, int revision, Map<String, StepTargetRow> targets, List<NewForm> forms) {

    /**
     * A form to be made.
     *
     * @param key its key: the id of the step that shows it
     * @param title the step's name
     */
    record NewForm(String key, String title) {}

    Saving {
        targets = targets == null ? Map.of() : Map.copyOf(targets);
        forms = forms == null ? List.of() : List.copyOf(forms);
    }
}
