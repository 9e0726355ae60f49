package jp.tsunagu.procedure.scenario;

import java.time.OffsetDateTime;

/**
 * 例題 as it is kept.
 *
 * @param title empty if the text cannot be read any more
 * @param replaces the packaged scenario that is set aside for it, or null
 * @param revision counts its savings; 0 for one that ships with the program
 * @param changedBy null for one that ships with the program
 */
public record KeptScenario(
        String id,
        String title,
        String why,
        String replaces,
        String source,
        int revision,
        String changedBy,
        OffsetDateTime changedAt) {

    /** One that ships with the program: it can be copied, not changed. */
    static KeptScenario packaged(String source) {
        Scenario scenario = ScenarioReader.read(source);
        return new KeptScenario(scenario.id(), scenario.title(), scenario.why(), null, source, 0, null, null);
    }

    /** What the ward wrote was read when it was saved; a later program may read it otherwise. */
    static KeptScenario own(String id, String source, int revision, String changedBy, OffsetDateTime changedAt) {
        try {
            Scenario scenario = ScenarioReader.read(source);
            return new KeptScenario(
                    id, scenario.title(), scenario.why(), scenario.replaces(), source, revision, changedBy, changedAt);
        } catch (MalformedScenarioException e) {
            return new KeptScenario(id, "", e.getMessage(), null, source, revision, changedBy, changedAt);
        }
    }

    public boolean isPackaged() {
        return revision == 0;
    }

    boolean isReadable() {
        return !title.isEmpty();
    }
}
