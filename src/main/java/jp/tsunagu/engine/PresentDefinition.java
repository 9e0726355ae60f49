package jp.tsunagu.engine;

import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * A case begins on the diagram of the procedure set it begins on, whichever version somebody's page still shows: they opened
 * it before a new one was published, or a published one was taken back.
 */
@Component
class PresentDefinition {

    private final ProcedureSets sets;

    PresentDefinition(ProcedureSets sets) {
        this.sets = sets;
    }

    /** The definition of the same process in the set that this act goes by. */
    String of(CommandContext command, String processDefinitionId) {
        ProcessDefinitionEntity shown = command.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        int version = sets.version(sets.current(), Part.PROCESS, shown.getKey());
        return version == shown.getVersion()
                ? processDefinitionId
                : command.getProcessDefinitionManager()
                        .findProcessDefinitionByKeyVersionAndTenantId(shown.getKey(), version, null)
                        .getId();
    }
}
