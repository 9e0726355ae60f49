package jp.tsunagu.access;

import jp.tsunagu.engine.StartUpStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Without an administrator nobody can log in or make an account, and nothing on the login page would say why. */
@Component
@Order(StartUpStep.LAST)
class AdministratorExists implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorExists.class);

    private final Accounts accounts;

    AdministratorExists(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run() {
        if (!accounts.hasMember(Roles.SYSTEM_ADMINISTRATOR)) {
            LOG.warn(
                    "システム管理者がいないため、誰もログインできません。TSUNAGU_ADMIN_PASSWORD に最初のパスワードを設定して、もう一度起動してください。"
                            + " / There is no system administrator and nobody can log in: set TSUNAGU_ADMIN_PASSWORD and start again.");
        }
    }
}
