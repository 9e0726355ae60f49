package jp.tsunagu.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** Finds the form of a task or of a process's start, in the version of the procedure set, and keeps it parsed. */
class Forms {

    private final Map<String, FormSchema> parsed = new ConcurrentHashMap<>();
    private final Map<String, FormSchema> byVersion = new ConcurrentHashMap<>();

    FormSchema ofTask(CommandContext command, TaskEntity task) {
        task.initializeFormKey();
        return find(command, task.getCamundaFormRef());
    }

    FormSchema ofStart(CommandContext command, String processDefinitionId) {
        FormData start = command.runWithoutAuthorization(new GetStartFormCmd(processDefinitionId));
        return find(command, start == null ? null : start.getCamundaFormRef());
    }

    FormSchema latest(CommandContext command, String key) {
        return find(command, new CamundaFormRefImpl(key, "latest"));
    }

    FormSchema ofVersion(CommandContext command, String key, int version) {
        CamundaFormRefImpl reference = new CamundaFormRefImpl(key, "version");
        reference.setVersion(version);
        return find(command, reference);
    }

    private FormSchema find(CommandContext command, CamundaFormRef reference) {
        if (reference == null) {
            throw RefusedException.ofAct("この手続には入力フォームがありません。手続管理者に連絡してください。");
        }
        if (reference.getVersion() == null) {
            return read(command, reference);
        }
        // a version is never changed, only followed by the next
        String version = reference.getKey() + ":" + reference.getVersion();
        return byVersion.computeIfAbsent(version, unread -> read(command, reference));
    }

    private FormSchema read(CommandContext command, CamundaFormRef reference) {
        CamundaFormDefinition definition =
                command.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, null));
        if (definition == null) {
            throw RefusedException.ofAct("入力フォーム " + reference.getKey() + " が配備されていません。手続管理者に連絡してください。");
        }
        return parsed.computeIfAbsent(definition.getId(), id -> parse(command, definition));
    }

    private static FormSchema parse(CommandContext command, CamundaFormDefinition definition) {
        ResourceEntity file = command.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        return FormSchema.read(new ByteArrayInputStream(file.getBytes()), definition.getVersion());
    }
}
