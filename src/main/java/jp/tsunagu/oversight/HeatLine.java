package jp.tsunagu.oversight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * A step with its figures.
 *
 * @param calls the process that it calls, or null
 * @param figures by the key of the measure
 */
record HeatLine(
        String process,
        String step,
        String name,
        String kind,
        String calls,
        boolean work,
        Map<String, Figure> figures) {

    Figure figure(Measure measure) {
        return figures.getOrDefault(measure.key(), Figure.NONE);
    }

    int heat(Measure measure) {
        return figure(measure).heat();
    }

    @JsonIgnore
    boolean isNothing() {
        return figures.values().stream().allMatch(figure -> figure.heat() == 0);
    }
}
