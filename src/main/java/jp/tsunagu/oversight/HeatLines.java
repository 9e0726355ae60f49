package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.oversight.ProcessDiagrams.Diagram;
import jp.tsunagu.oversight.ProcessDiagrams.Step;

/** Brings the heat of one question onto the steps of the diagrams. */
final class HeatLines {

    private static final StepHeat NOTHING = new StepHeat();

    private final Map<String, Map<String, StepHeat>> heat;
    private final Map<String, Diagram> diagrams;
    private final HeatFilter filter;
    private final Showing showing;

    HeatLines(
            Map<String, Map<String, StepHeat>> heat,
            Map<String, Diagram> diagrams,
            HeatFilter filter,
            Showing showing) {
        this.heat = heat;
        this.diagrams = diagrams;
        this.filter = filter;
        this.showing = showing;
    }

    HeatLine line(String process, Step step) {
        StepHeat own = of(process, step.step());
        List<StepHeat> inside = inside(step);
        if (!inside.isEmpty() && showing.sumsPeriods() && (filter.role() != null || filter.worker() != null)) {
            // a call is nobody's: what somebody has to do there is only in the steps inside
            StepHeat together = new StepHeat();
            inside.forEach(together::add);
            own = together;
            inside = List.of();
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            figures.put(measure.key(), measure.show(own, inside, showing));
        }
        return new HeatLine(process, step.step(), step.name(), step.kind(), step.calls(), step.isWork(), figures);
    }

    /** All that holds a process up; what waits for a called one is counted there. */
    Figure total(Diagram diagram, Measure measure) {
        List<StepHeat> parts = heat.getOrDefault(diagram.process(), Map.of()).entrySet().stream()
                .filter(step -> diagram.step(step.getKey()).map(Step::holdsUp).orElse(true))
                .map(Map.Entry::getValue)
                .toList();
        return measure == Measure.WAITING_NOW
                ? showing.count(
                        parts.stream().map(one -> one.waitingNow().count()).toList())
                : measure.show(NOTHING, parts, showing);
    }

    /** What a call activity waits for: the steps of the process it calls, and of those that these call. */
    private List<StepHeat> inside(Step call) {
        List<StepHeat> inside = new ArrayList<>();
        // a version says something of this diagram only
        if (filter.version() == null) {
            collect(call, inside, new HashSet<>());
        }
        return inside;
    }

    private void collect(Step call, List<StepHeat> inside, Set<String> seen) {
        Diagram called = call.calls() == null ? null : diagrams.get(call.calls());
        if (called == null || !seen.add(called.process())) {
            return;
        }
        for (Map.Entry<String, StepHeat> step :
                heat.getOrDefault(called.process(), Map.of()).entrySet()) {
            Step of = called.step(step.getKey()).orElse(null);
            if (of != null && of.calls() != null) {
                collect(of, inside, seen);
            } else {
                inside.add(step.getValue());
            }
        }
    }

    private StepHeat of(String process, String step) {
        return heat.getOrDefault(process, Map.of()).getOrDefault(step, NOTHING);
    }
}
