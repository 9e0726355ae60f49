package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.Diagrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processes with their steps, as the diagrams in force draw them. */
@Component
class ProcessDiagrams {

    /** What passes in the same moment; nobody waits there. */
    private static final Set<String> PASSED = Set.of(
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "serviceTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "subProcess",
            "intermediateThrowEvent");

    private static final Set<String> WORK = Set.of("userTask", "callActivity");

    private final JdbcClient database;

    ProcessDiagrams(JdbcClient database) {
        this.database = database;
    }

    /** One version of a diagram. */
    record Diagram(String definitionId, String process, String title, int version, List<Step> steps) {

        Optional<Step> step(String id) {
            return steps.stream().filter(step -> step.step().equals(id)).findFirst();
        }
    }

    /** A place in a diagram. */
    record Step(String step, String name, String kind, String calls) {

        boolean isPassed() {
            return PASSED.contains(kind);
        }

        /** Whether it is somebody's task or a process of its own, and not only an event. */
        boolean isWork() {
            return WORK.contains(kind);
        }

        /**
         * Whether the case waits there itself: not in a process that is called, and not only for a date. A date that has not come
         * holds nothing up, and some stand beside a task to watch over it: such a case would count twice.
         */
        boolean holdsUp() {
            return calls == null && !Diagrams.AWAITED_DATE.equals(kind);
        }
    }

    private record Row(
            String id,
            String process,
            String title,
            int version,
            String step,
            String name,
            String kind,
            String calls) {}

    /** Process key → its diagram in force (a newer one may have been taken back), or else its newest, by title. */
    Map<String, Diagram> newest() {
        return diagrams("""
                select distinct on (key_) id_, key_, coalesce(name_, key_) as title, version_
                from act_re_procdef left join procedure_set_part i on i.set_id = (select max(id) from procedure_set)
                  and (i.part, i.part_key, i.version) = ('PROCESS', key_, version_)
                order by key_, i.set_id nulls last, version_ desc
                """, Map.of());
    }

    /** This version of the diagram of a process. */
    Optional<Diagram> version(String process, int version) {
        return diagrams(
                        "select id_, key_, coalesce(name_, key_) as title, version_ from act_re_procdef"
                                + " where key_ = :process and version_ = :version",
                        Map.of("process", process, "version", version))
                .values()
                .stream()
                .findFirst();
    }

    private Map<String, Diagram> diagrams(String definitions, Map<String, ?> params) {
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        database.sql("""
                        select p.id_ as id, p.key_ as process, p.title, p.version_ as version, d.step, d.name, d.kind, d.calls
                        from (%s) p join diagram_step d on d.process_definition_id = p.id_ order by p.title, p.key_, d.id
                        """.formatted(definitions))
                .params(params)
                .query(Row.class)
                .list()
                .forEach(row -> diagrams.computeIfAbsent(
                                row.process(),
                                key -> new Diagram(row.id(), key, row.title(), row.version(), new ArrayList<>()))
                        .steps()
                        .add(new Step(row.step(), row.name(), row.kind(), row.calls())));
        return diagrams;
    }

    /** The versions of a diagram, newest first. */
    List<Integer> versions(String process) {
        return database.sql("select version_ from act_re_procdef where key_ = ? order by version_ desc")
                .params(process)
                .query(Integer.class)
                .list();
    }

    /** The steps of a process as they were named last, in whatever version they stood. */
    Map<String, Step> everStood(String process) {
        Map<String, Step> steps = new LinkedHashMap<>();
        database.sql("select distinct on (step) step, name, kind, calls from diagram_step where process = ?"
                        + " order by step, version desc")
                .params(process)
                .query(Step.class)
                .list()
                .forEach(step -> steps.put(step.step(), step));
        return steps;
    }
}
