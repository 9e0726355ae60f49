package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.engine.guard.AllowedParts;
import jp.tsunagu.engine.guard.ProcedureGuard;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed now, and what was deployed before a part was taken away and still has cases running. */
class DeploymentGuardTest {

    private final DeploymentGuard guard = new DeploymentGuard(
            new ProcedureGuard(() -> new AllowedParts(Set.of("startReferral"), Set.of(), Map.of(), true)));

    private static DeploymentEntity deployment(String file, boolean now) throws IOException {
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(now);
        ResourceEntity resource = new ResourceEntity();
        resource.setName("processes/" + file);
        try (InputStream content =
                DeploymentGuardTest.class.getResourceAsStream("/jp/tsunagu/engine/guard/malicious/" + file)) {
            resource.setBytes(content.readAllBytes());
        }
        deployment.addResource(resource);
        return deployment;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script-task.bpmn",
                "java-class.bpmn",
                "java-class-old-namespace.bpmn",
                "listener-class.bpmn",
                "field-injection.bpmn",
                "form-validator-class.bpmn",
                "external-task.bpmn",
                "xxe.bpmn",
                "expression-function.bpmn",
                "table-groovy.dmn",
                "table-feel-java.dmn"
            })
    void aProgramIsNeverTaken(String file) {
        assertThatThrownBy(() -> guard.deploy(deployment(file, true))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> guard.deploy(deployment(file, false))).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown-bean-delegate.bpmn", "listener-as-step.bpmn", "unknown-bean-call.bpmn", "form-html.form"
            })
    void aPartThatIsNoMoreStopsNoRunningCase(String file) {
        assertThatThrownBy(() -> guard.deploy(deployment(file, true))).isInstanceOf(RefusedException.class);
        assertThatCode(() -> guard.deploy(deployment(file, false))).doesNotThrowAnyException();
    }
}
