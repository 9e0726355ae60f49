package jp.tsunagu.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.access.account.AccountTable;
import jp.tsunagu.access.login.LoginSettings;
import jp.tsunagu.engine.StartUpStep;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Groups, and what each may do with the engine itself. Few rows per group, none per task or case: who may work on which task
 * is decided by rules. Nobody may deploy, set variables or move a case from outside.
 */
@Component
@Order(StartUpStep.ACCOUNTS)
class AccountsAndPermissions implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsAndPermissions.class);
    private static final String MAIN_PROCESS = "selfRelianceSupport";
    private static final String ANY = Authorization.ANY;
    private static final Set<String> RECEIVING =
            Set.of(Roles.CONSULTATION_SUPPORTER, Roles.CHIEF, Roles.OUTREACH_SUPPORTER);

    private final Accounts accounts;
    private final AuthorizationService authorizations;
    private final AccountTable table;
    private final LoginSettings settings;
    private final String firstPassword;

    AccountsAndPermissions(
            Accounts accounts,
            AuthorizationService authorizations,
            AccountTable table,
            LoginSettings settings,
            @Value("${tsunagu.admin-password:}") String firstPassword) {
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.table = table;
        this.settings = settings;
        this.firstPassword = firstPassword;
    }

    @Override
    public void run() {
        accounts.ensureGroups();
        for (String group : Accounts.groupNames().keySet()) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
            grant(group, Resources.USER, ANY, Permissions.READ);
            grant(group, Resources.GROUP, ANY, Permissions.READ);
        }
        for (String group : RECEIVING) {
            grant(group, Resources.PROCESS_DEFINITION, MAIN_PROCESS, Permissions.READ, Permissions.CREATE_INSTANCE);
            grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        systemAdministrator();
        firstAdministrator();
        accounts.ensureSetUpIsOver();
    }

    /** Accounts and failed jobs, but no case: the engine holds none, and this role has no task. */
    private void systemAdministrator() {
        String group = Roles.SYSTEM_ADMINISTRATOR;
        grant(group, Resources.APPLICATION, "admin", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group, Resources.USER, ANY, Permissions.ALL);
        grant(group, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
        grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
    }

    /** An installation with its own database gets its first account from the environment, never a known password. */
    private void firstAdministrator() {
        if (accounts.hasMember(Roles.SYSTEM_ADMINISTRATOR) || firstPassword.isBlank()) {
            return;
        }
        accounts.ensure("admin", "システム管理者", "", firstPassword, List.of(Roles.SYSTEM_ADMINISTRATOR));
        table.passwordChanged("admin", settings.changeFirstPassword());
        LOG.info("最初のシステム管理者（admin）を作成しました。");
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (present != null && Stream.of(permissions).allMatch(present::isPermissionGranted)) {
            return;
        }
        Authorization row =
                present == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : present;
        if (present == null) {
            row.setGroupId(group);
            row.setResource(resource);
            row.setResourceId(id);
        }
        row.setPermissions(permissions);
        authorizations.saveAuthorization(row);
    }
}
