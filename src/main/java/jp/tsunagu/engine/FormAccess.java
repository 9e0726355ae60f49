package jp.tsunagu.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Who stands before the door, and whether the task or process behind it is for them. */
@Component
class FormAccess {

    private static final String GONE = "このタスクは見つかりません。すでに完了したか、取り消されました。一覧を更新してください。";

    private final Forms forms = new Forms();

    Forms forms() {
        return forms;
    }

    String user(CommandContext command) {
        if (command.getAuthentication() == null) {
            throw new AuthorizationException("ログインしてください。");
        }
        return command.getAuthentication().getUserId();
    }

    static RefusedException gone() {
        return RefusedException.ofAct(GONE);
    }

    TaskEntity visibleTask(CommandContext command, String taskId) {
        TaskEntity task = command.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw gone();
        }
        asPerson(command, () -> {
            for (CommandChecker checker :
                    command.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkReadTask(task);
            }
        });
        return task;
    }

    TaskEntity ownTask(CommandContext command, String taskId) {
        TaskEntity task = visibleTask(command, taskId);
        String user = user(command);
        if (task.getAssignee() == null) {
            throw RefusedException.ofAct("まず「担当する」を押してください。担当者だけが完了できます。");
        }
        if (!task.getAssignee().equals(user)) {
            throw RefusedException.ofAct("このタスクの担当者はほかの職員です。担当者だけが完了できます。");
        }
        return task;
    }

    void checkMayStart(CommandContext command, String processDefinitionId) {
        ProcessDefinitionEntity definition = command.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        if (!definition.isStartableInTasklist()) {
            throw SideDoorException.to("開始");
        }
        asPerson(command, () -> {
            for (CommandChecker checker :
                    command.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkCreateProcessInstance(definition);
            }
        });
    }

    /** The acts run without the person's authorizations; these questions are asked with them. */
    private static void asPerson(CommandContext command, Runnable question) {
        boolean before = command.isAuthorizationCheckEnabled();
        command.enableAuthorizationCheck();
        try {
            question.run();
        } finally {
            if (!before) {
                command.disableAuthorizationCheck();
            }
        }
    }
}
