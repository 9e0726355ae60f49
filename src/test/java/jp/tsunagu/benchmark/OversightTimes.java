package jp.tsunagu.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.browser.FirstPaint;
import jp.tsunagu.oversight.HeatQuestions;
import jp.tsunagu.oversight.Stays;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Session;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.core.env.Environment;

/** Where cases are stuck, over a made history of an office; beside it the statistics that the engine itself offers. */
final class OversightTimes {

    private static final int WARMING = 5;
    private static final int TIMES = 25;
    private static final String CHIEF = "oversightChief";
    private static final String WORKER = "centre7";
    private static final String SERVICE = "householdImprovementSupport";

    private final Tsunagu tsunagu;
    private final MadeHistory history;

    /**
     * One kind of question.
     *
     * @param about how much the answer is about
     * @param best of all times: what others who use the machine disturb least
     */
    record Asked(String what, String about, double best, double median, double worst) {}

    OversightTimes(Tsunagu tsunagu, MadeHistory history) {
        this.tsunagu = tsunagu;
        this.history = history;
        tsunagu.bean(Accounts.class).ensure(CHIEF, "主任", "", "demo", List.of(Roles.CHIEF));
        tsunagu.bean(Accounts.class).ensure(WORKER, "支援員", "", "demo", List.of(Roles.CONSULTATION_SUPPORTER));
    }

    /** How many seconds all counts take to be made anew; of a database filled before, only what is missing. */
    double count(boolean anew) {
        long before = System.nanoTime();
        if (anew) {
            tsunagu.bean(Stays.class).rebuild();
        } else {
            tsunagu.bean(Stays.class).update();
        }
        return (System.nanoTime() - before) / 1e9;
    }

    /** The heat, asked in process. */
    List<Asked> heat() {
        List<Asked> all = new ArrayList<>();
        HeatQuestions.all(tsunagu.context(), LocalDate.now(), WORKER, Roles.WARD_OFFICER, SERVICE)
                .forEach((what, question) ->
                        all.add(measured("heat: " + what, () -> "%,d stays".formatted(question.get()))));
        return all;
    }

    /** What the engine says of all the same diagrams: how many are there now; and how many ended, were cancelled. */
    List<Asked> ofEngine() {
        tsunagu.asNobody();
        ManagementService management = tsunagu.bean(ManagementService.class);
        HistoryService ended = tsunagu.bean(HistoryService.class);
        List<String> definitions = history.definitions();
        LocalDate quarter = LocalDate.now().minusMonths(3).plusDays(1);
        return List.of(
                measured(
                        "engine: activity statistics",
                        () -> "%,d stays"
                                .formatted(definitions.stream()
                                        .flatMap(id -> management.createActivityStatisticsQuery(id).list().stream())
                                        .mapToLong(step -> step.getInstances())
                                        .sum())),
                measured(
                        "engine: historic activity statistics",
                        () -> "%,d stays"
                                .formatted(definitions.stream()
                                        .flatMap(id -> ended
                                                .createHistoricActivityStatisticsQuery(id)
                                                .includeFinished()
                                                .includeCanceled()
                                                .list()
                                                .stream())
                                        .mapToLong(step -> step.getInstances() + step.getFinished())
                                        .sum())),
                measured(
                        "engine: the same, begun in three months",
                        () -> "%,d stays"
                                .formatted(definitions.stream()
                                        .flatMap(id -> ended
                                                .createHistoricActivityStatisticsQuery(id)
                                                .includeFinished()
                                                .includeCanceled()
                                                .startedAfter(java.sql.Date.valueOf(quarter))
                                                .list()
                                                .stream())
                                        .mapToLong(step -> step.getInstances() + step.getFinished())
                                        .sum())));
    }

    /** The pages, from the request to the whole answer. */
    List<Asked> pages() {
        int port = tsunagu.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        Office office = new Office(port, tsunagu.bean(ManagementService.class));
        Session chief = office.logsIn(CHIEF);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("HTTP: heat data", "/api/oversight/heat");
        pages.put("HTTP: heat data, one worker", "/api/oversight/heat?worker=" + WORKER);
        pages.put("HTTP: heat page", "/oversight");
        pages.put("HTTP: list behind 区の審査", "/oversight/steps/planDecision/checkPlan");
        pages.put("HTTP: list behind 支援の実施", "/oversight/steps/selfRelianceSupport/monitorSupport");
        pages.put("HTTP: load of everybody", "/oversight/load");
        pages.put("HTTP: forecast", "/oversight/forecast");
        List<Asked> all = new ArrayList<>();
        pages.forEach((what, address) -> {
            // a program that asks for data does not say that it would like a page
            Supplier<Answer> asked =
                    () -> address.startsWith("/api/") ? chief.call("GET", address, null) : chief.opens(address);
            if (asked.get().ok()) {
                all.add(measured(
                        what, () -> "%,d kB".formatted(asked.get().text().length() / 1000)));
            }
        });
        for (String path : List.of("/oversight", "/oversight/steps/planDecision/checkPlan")) {
            all.add(asked(
                    "Chromium: first paint of " + path,
                    "",
                    FirstPaint.of("http://localhost:" + port, CHIEF, path, TIMES)));
        }
        return all;
    }

    private static Asked measured(String what, Supplier<String> question) {
        List<Double> times = new ArrayList<>();
        String about = "";
        for (int i = 0; i < WARMING + TIMES; i++) {
            long before = System.nanoTime();
            about = question.get();
            if (i >= WARMING) {
                times.add((System.nanoTime() - before) / 1e6);
            }
        }
        return asked(what, about, times);
    }

    private static Asked asked(String what, String about, List<Double> times) {
        return new Asked(
                what,
                about,
                times.stream().min(Double::compare).orElseThrow(),
                TaskList.median(times),
                times.stream().max(Double::compare).orElseThrow());
    }
}
