package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.OfficeStory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The allow-list holds even behind the door, where everything else is permitted: here our own code makes the mistake. */
class VariableGuardTest extends OfficeStory {

    private static final String SECRET = "山田太郎の病名";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private InternalActs acts;

    @Autowired
    private JdbcClient database;

    private String instance;
    private String task;

    @BeforeEach
    void aCase() {
        office.on("2026-06-01");
        String number = office.as("saeki").receives(Answers.reception());
        task = office.as("saeki").task(number, "decideTriage").path("id").asText();
        instance = office.as("saeki")
                .task(number, "decideTriage")
                .path("processInstanceId")
                .asText();
    }

    static Stream<Arguments> notOnTheList() {
        return Stream.of(
                Arguments.of("name", SECRET),
                Arguments.of("名前", SECRET),
                Arguments.of("triageResult", SECRET),
                Arguments.of("triageResult", true),
                Arguments.of(
                        "triageResult",
                        Variables.objectValue(List.of(SECRET))
                                .serializationDataFormat("application/json")
                                .create()),
                Arguments.of("triageResult", Variables.byteArrayValue(SECRET.getBytes(StandardCharsets.UTF_8))),
                Arguments.of(
                        "triageResult",
                        Variables.fileValue("a.txt")
                                .file(SECRET.getBytes(StandardCharsets.UTF_8))
                                .create()),
                Arguments.of("caseNumber", SECRET),
                Arguments.of("applied", SECRET),
                Arguments.of("applied", 1),
                Arguments.of("actDate", SECRET),
                Arguments.of("services", SECRET),
                Arguments.of("services", org.camunda.spin.Spin.JSON("[\"" + SECRET + "\"]")),
                Arguments.of("services", org.camunda.spin.Spin.JSON("{\"note\":\"" + SECRET + "\"}")),
                Arguments.of("services", List.of(SECRET)),
                Arguments.of("loopCounter", SECRET));
    }

    @ParameterizedTest
    @MethodSource("notOnTheList")
    void noWayLeadsIntoTheEngine(String name, Object value) {
        refused(() -> runtime.setVariable(instance, name, value));
        refused(() -> runtime.setVariableLocal(instance, name, value));
        refused(() -> runtime.setVariables(instance, Map.of("urgent", true, name, value)));
        refused(() -> tasks.setVariable(task, name, value));
        refused(() -> tasks.setVariableLocal(task, name, value));
        refused(() -> tasks.complete(task, Map.of(name, value)));
        refused(() -> runtime.startProcessInstanceByKey("referral", "R8-99999", Map.of(name, value)));
        refused(() -> runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("decideTriage")
                .setVariable(name, value)
                .execute());
        assertThat(database.sql("select count(*) from act_ru_variable where name_ = ? and proc_inst_id_ = ?")
                                .params(name, instance)
                                .query(Long.class)
                                .single()
                        + database.sql("select count(*) from act_ru_variable where text_ like ? or text2_ like ?")
                                .params("%" + SECRET + "%", "%" + SECRET + "%")
                                .query(Long.class)
                                .single())
                .isEqualTo(before(name));
    }

    /** What the reception itself has set. */
    private long before(String name) {
        return List.of("applied", "caseNumber", "actDate").contains(name) ? 1 : 0;
    }

    private void refused(Runnable act) {
        assertThatThrownBy(() -> acts.perform("test", () -> {
                    act.run();
                    return null;
                }))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void whatIsOnTheListPasses() {
        Map<String, Object> allowed = Map.of(
                "triageResult",
                "continueSupport",
                "applied",
                true,
                "actDate",
                new Date(),
                "services",
                org.camunda.spin.Spin.JSON("[\"housingSupport\"]"),
                "caseNumber",
                "R8-00001");
        allowed.forEach((name, value) -> assertThatCode(() -> acts.perform("test", () -> {
                    runtime.setVariable(instance, name, value);
                    return null;
                }))
                .doesNotThrowAnyException());
    }
}
