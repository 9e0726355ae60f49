package jp.tsunagu.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineDoorsTest {

    /** Every door that the engine's REST has, as it declares them itself: an upgrade with a new one is decided here. */
    @Test
    void everyDoorIsDecided() {
        Map<String, String> decided = Arrays.stream(NamedProcessEngineRestServiceImpl.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Path.class))
                .map(EngineDoorsTest::door)
                .filter(door -> !door.isEmpty() && !door.startsWith("{"))
                .distinct()
                .collect(Collectors.toMap(door -> door, EngineDoorsTest::whose, (one, same) -> one, TreeMap::new));

        assertThat(decided)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("authorization", "administrator"),
                        Map.entry("batch", "administrator"),
                        Map.entry("case-definition", "administrator"),
                        Map.entry("case-execution", "nobody"),
                        Map.entry("case-instance", "nobody"),
                        Map.entry("condition", "nobody"),
                        Map.entry("decision-definition", "everybody"),
                        Map.entry("decision-requirements-definition", "administrator"),
                        Map.entry("deployment", "administrator"),
                        Map.entry("event-subscription", "administrator"),
                        Map.entry("execution", "administrator"),
                        Map.entry("external-task", "nobody"),
                        Map.entry("filter", "everybody"),
                        Map.entry("group", "everybody"),
                        Map.entry("history", "everybody"),
                        Map.entry("identity", "nobody"),
                        Map.entry("incident", "administrator"),
                        Map.entry("job", "administrator"),
                        Map.entry("job-definition", "administrator"),
                        Map.entry("message", "nobody"),
                        Map.entry("metrics", "administrator"),
                        Map.entry("migration", "nobody"),
                        Map.entry("modification", "nobody"),
                        Map.entry("optimize", "nobody"),
                        Map.entry("process-definition", "everybody"),
                        Map.entry("process-instance", "everybody"),
                        Map.entry("schema/log", "nobody"),
                        Map.entry("signal", "nobody"),
                        Map.entry("task", "everybody"),
                        Map.entry("telemetry", "nobody"),
                        Map.entry("tenant", "administrator"),
                        Map.entry("user", "everybody"),
                        Map.entry("variable-instance", "administrator"),
                        Map.entry("version", "administrator")));
    }

    private static String door(Method method) {
        return method.getAnnotation(Path.class).value().replaceFirst("^/", "").replaceFirst("^\\{name}/?", "");
    }

    private static String whose(String door) {
        return EngineDoors.isOpen(door, false)
                ? "everybody"
                : EngineDoors.isOpen(door, true) ? "administrator" : "nobody";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity/verify",
                "task/x/rendered-form",
                "task/x/comment/y",
                "task/x/attachment/y/data",
                "process-instance/x/comment",
                "external-task/x",
                "process-definition/x/rendered-form",
                "decision-definition/key/welfareNeed/evaluate",
                "deployment/create",
                "deployment/x/redeploy",
                "history/detail",
                "history/variable-instance/count",
                "history/decision-instance",
                "history/cleanup",
                "telemetry/data",
                "schema/log",
                "authorizations",
                "",
                "something-new"
            })
    void behindSomeDoorsNobodyGoes(String resource) {
        assertThat(EngineDoors.isOpen(resource, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "task/x/form",
                "task/x/submit-form",
                "filter/x/list",
                "history/user-operation",
                "identity/groups",
                "authorization/check",
                "process-definition/x/submit-form"
            })
    void staffComeToTheirWork(String resource) {
        assertThat(EngineDoors.isOpen(resource, false)).isTrue();
    }

    /** The same door under all its addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/identity/verify",
                "/engine-rest//identity/verify/",
                "/engine-rest/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/identity/verify"
            })
    void anAddressIsNoWayAround(String path) {
        assertThat(EngineDoors.resource(path).replaceAll("/+", "/")).isEqualTo("identity/verify");
    }
}
