package jp.tsunagu.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** What somebody may ask of the heat, for those who measure how long the answer takes. */
public final class HeatQuestions {

    private HeatQuestions() {}

    /**
     * What is asked → how many stays the answer is about.
     *
     * @param worker somebody with open tasks
     * @param service a code of the catalogue
     */
    public static Map<String, Supplier<Long>> all(
            ApplicationContext context, LocalDate today, String worker, String role, String service) {
        HeatReader reader = context.getBean(HeatReader.class);
        LocalDate quarter = today.minusMonths(3).plusDays(1);
        Map<String, HeatFilter> filters = new LinkedHashMap<>();
        filters.put("three months, nothing else chosen", HeatFilter.of(quarter, today));
        filters.put("one month", HeatFilter.of(today.minusMonths(1).plusDays(1), today));
        filters.put("three years", HeatFilter.of(today.minusYears(3).plusDays(1), today));
        filters.put("one worker", new HeatFilter(quarter, today, worker, null, null, null, null));
        filters.put(
                "one worker, three years",
                new HeatFilter(today.minusYears(3).plusDays(1), today, worker, null, null, null, null));
        filters.put("one group", new HeatFilter(quarter, today, null, role, null, null, null));
        filters.put("one service", new HeatFilter(quarter, today, null, null, service, null, null));
        filters.put("with 緊急的支援", new HeatFilter(quarter, today, null, null, null, true, null));
        filters.put("one version of the diagrams", new HeatFilter(quarter, today, null, null, null, null, 2));
        Map<String, Supplier<Long>> questions = new LinkedHashMap<>();
        filters.forEach((what, filter) -> questions.put(what, () -> stays(reader, filter)));
        return questions;
    }

    private static long stays(HeatReader reader, HeatFilter filter) {
        return reader.read(filter).values().stream()
                .flatMap(steps -> steps.values().stream())
                .mapToLong(heat -> heat.waitingNow().count() + heat.waited().count() + heat.cancelled())
                .sum();
    }
}
