package jp.tsunagu.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Every call into the engine is a command and passes here. On behalf of a logged-in person only reading, taking a task and
 * the form door itself are let through; everything else the engine could do (complete, bpmnError, modification, variables,
 * comments, attachments, messages …) is refused, whichever API it came by. Without a person (jobs, start-up) a command
 * that moves a case is refused too, unless the door was opened in this very command.
 */
class SideDoorInterceptor extends CommandInterceptor {

    /** Reading under names that do not begin with Get; the engine's own checks still decide what may be read. */
    private static final Set<String> READING = Set.of(
            "AuthorizationCheckCmd",
            "CheckPassword",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "CreateUserQueryCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterSingleResultCmd",
            "FindActiveActivityIdsCmd",
            "HistoricProcessInstanceReportImpl",
            "HistoricTaskInstanceReportImpl",
            "IsIdentityServiceReadOnlyCmd",
            "IsTelemetryEnabledCmd",
            "MetricsQueryImpl",
            "TaskReportImpl");

    /** Taking and giving tasks: who may do which is decided by {@link TaskChecks} and {@link TaskGate}. */
    private static final Set<String> TAKING = Set.of("ClaimTaskCmd", "AssignTaskCmd");

    /** Accounts and failed jobs, behind the engine's own authorizations (system administrators only). */
    private static final Set<String> ADMINISTERING = Set.of(
            "CreateGroupCmd",
            "CreateMembershipCmd",
            "CreateUserCmd",
            "DeleteGroupCmd",
            "DeleteMembershipCmd",
            "DeleteUserCmd",
            "SaveGroupCmd",
            "SaveUserCmd",
            "SetJobRetriesCmd",
            "UnlockUserCmd");

    /** What moves a case or writes free text into it. */
    private static final Set<String> MOVING = Set.of(
            "AddCommentCmd",
            "CompleteTaskCmd",
            "CorrelateAllMessageCmd",
            "CorrelateMessageCmd",
            "CreateAttachmentCmd",
            "CreateTaskCmd",
            "DelegateTaskCmd",
            "DeleteProcessInstanceCmd",
            "DeleteProcessInstancesCmd",
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd",
            "MessageEventReceivedCmd",
            "ModifyProcessInstanceCmd",
            "PatchExecutionVariablesCmd",
            "PatchTaskVariablesCmd",
            "ProcessInstanceModificationCmd",
            "RemoveExecutionVariablesCmd",
            "RemoveTaskVariablesCmd",
            "ResolveTaskCmd",
            "RestartProcessInstancesCmd",
            "SaveAttachmentCmd",
            "SaveTaskCmd",
            "SetExecutionVariablesCmd",
            "SetTaskDescriptionCmd",
            "SetTaskNameCmd",
            "SetTaskVariablesCmd",
            "SignalCmd",
            "SignalEventReceivedCmd",
            "StartProcessInstanceAtActivitiesCmd",
            "StartProcessInstanceCmd",
            "SubmitStartFormCmd",
            "SubmitTaskFormCmd",
            "UpdateCommentCmd");

    private final ProcessEngineConfigurationImpl configuration;

    SideDoorInterceptor(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!Door.isOpen() && !(command instanceof DoorCommand) && isSideDoor(command)) {
            throw SideDoorException.to(command.getClass().getSimpleName());
        }
        return next.execute(command);
    }

    private boolean isSideDoor(Command<?> command) {
        String name = command.getClass().getSimpleName();
        boolean onBehalfOfPerson = configuration.getIdentityService() != null
                && configuration.getIdentityService().getCurrentAuthentication() != null;
        return onBehalfOfPerson ? !isAllowed(command, name) : MOVING.contains(name);
    }

    private static boolean isAllowed(Command<?> command, String name) {
        return command instanceof AbstractQuery
                || command instanceof AbstractNativeQuery
                || name.startsWith("Get")
                || READING.contains(name)
                || TAKING.contains(name)
                || ADMINISTERING.contains(name);
    }
}
