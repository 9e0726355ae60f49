package jp.tsunagu.work;

import jp.tsunagu.access.Roles;
import jp.tsunagu.access.log.Backlog;
import org.springframework.stereotype.Component;

/** Tells the system administrators when the access log is not sealed as it should be. */
@Component
public class SealWatch {

    private static final String LOG = "access_record";

    private final Backlog backlog;
    private final CaseAlerts alerts;

    SealWatch(Backlog backlog, CaseAlerts alerts) {
        this.backlog = backlog;
        this.alerts = alerts;
    }

    /** Raises the alert, or settles it once everything is sealed. */
    public void check() {
        if (backlog.isTooOld()) {
            alerts.raise(CaseAlert.LOG_UNSEALED, LOG, null, null, Roles.SYSTEM_ADMINISTRATOR);
        } else {
            alerts.settle(CaseAlert.LOG_UNSEALED, LOG);
        }
    }
}
