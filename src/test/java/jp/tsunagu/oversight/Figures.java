package jp.tsunagu.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All figures of a step as plain numbers, to be compared. */
record Figures(
        List<Object> waitingNow,
        List<Object> waited,
        long overTarget,
        long cancelled,
        long measured,
        long late,
        long again,
        long escalated) {

    static Map<String, Figures> of(Map<String, Map<String, StepHeat>> heat, Set<String> processes) {
        Map<String, Figures> figures = new TreeMap<>();
        processes.forEach(process ->
                heat.getOrDefault(process, Map.of()).forEach((step, of) -> figures.put(process + "." + step, of(of))));
        figures.values().removeIf(Figures::isNothing);
        return figures;
    }

    static Figures of(StepHeat heat) {
        return new Figures(
                days(heat.waitingNow()),
                days(heat.waited()),
                heat.overTarget(),
                heat.cancelled(),
                heat.measured(),
                heat.late(),
                heat.again(),
                heat.escalated());
    }

    /** A count that has come down to nothing is as no count. */
    boolean isNothing() {
        return equals(of(new StepHeat()));
    }

    private static List<Object> days(WaitedDays days) {
        return days.count() == 0
                ? List.of(0L)
                : List.of(days.count(), days.within(0.5), days.within(0.9), days.within(1));
    }
}
