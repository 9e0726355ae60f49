package jp.tsunagu.procedure.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.calendar.CalendarOverrides;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.EngineClock;
import jp.tsunagu.engine.Names;
import jp.tsunagu.engine.TrialEngine;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.plan.DecisionType;

/** What all scenarios of a procedure play on: the engine with the procedure, the calendar, and the case of the moment. */
final class TrialStage {

    private static final String CASE_ENDED = "caseEnded";

    private final String municipality;
    private final VariableCatalogue variables;
    private final Clock clock = new EngineClock();
    private final WorkingDays workingDays;
    private TrialEngine engine;
    private TrialCase present = new TrialCase();

    TrialStage(String municipality, VariableCatalogue variables) {
        this.municipality = municipality;
        this.variables = variables;
        workingDays = new WorkingDays(clock, CalendarOverrides.none(), municipality);
    }

    /** The engine is made with beans that stand on this stage: it comes after it. */
    void plays(TrialEngine made) {
        engine = made;
    }

    /** A new story begins. */
    TrialCase begin() {
        engine.clear();
        present = new TrialCase();
        return present;
    }

    TrialEngine engine() {
        return engine;
    }

    TrialCase present() {
        return present;
    }

    VariableCatalogue variables() {
        return variables;
    }

    WorkingDays workingDays() {
        return workingDays;
    }

    Clock clock() {
        return clock;
    }

    String municipality() {
        return municipality;
    }

    /** Begins a process of its own, as {@link CaseInstances#start} does. */
    String start(String process, String waiting, Map<String, Object> facts) {
        if (!engine.knows(process)) {
            throw new IllegalStateException("手続 " + process + " が、この手続一式にありません。");
        }
        Map<String, Object> values = new HashMap<>(facts);
        values.put(Names.CASE_NUMBER, TrialCase.NUMBER);
        values.put(Names.PROCEDURE_SET, TrialCase.SET);
        if (waiting != null) {
            values.put(Names.WAITING_INSTANCE, waiting);
        }
        return engine.start(process, TrialCase.NUMBER, values);
    }

    /** As {@link CaseInstances#caseEnded}. */
    void caseEnded(String speaking) {
        present.closed = true;
        engine.tellOthers(CASE_ENDED, speaking);
    }

    boolean isRunning(String process) {
        return engine.running().containsValue(process);
    }

    /** 決定の種類: the strongest over the plan's services, by the procedure's own table. */
    String decisionType(LocalDate day) {
        List<String> services = services();
        int strongest = (services.isEmpty() ? List.of("none") : services)
                .stream()
                        .map(service -> first(
                                "decisionType",
                                "decisionType",
                                Map.of(
                                        "municipality",
                                        municipality,
                                        "service",
                                        service,
                                        "day",
                                        CaseInstances.asDate(day))))
                        .mapToInt(code -> rank((String) code))
                        .max()
                        .orElseThrow();
        return DecisionType.values()[strongest].code();
    }

    private static int rank(String code) {
        for (DecisionType type : DecisionType.values()) {
            if (type.code().equals(code)) {
                return type.ordinal();
            }
        }
        throw new IllegalStateException("判定表 decisionType の「" + code + "」は、決定の種類ではありません。");
    }

    /** The services of the plan, as told. */
    List<String> services() {
        List<String> services = new java.util.ArrayList<>();
        present.known.path("services").forEach(service -> services.add(service.asText()));
        return services;
    }

    /** What the first row that applies answers. */
    Object first(String table, String output, Map<String, Object> inputs) {
        return engine.rows(table, inputs).stream()
                .findFirst()
                .map(row -> row.get(output))
                .orElseThrow(() -> new IllegalStateException("判定表 " + table + " に当てはまる行がありません。"));
    }

    static Date date(LocalDate day) {
        return CaseInstances.asDate(day);
    }
}
