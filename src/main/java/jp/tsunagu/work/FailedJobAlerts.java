package jp.tsunagu.work;

import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.FailedJobWatch;
import org.springframework.stereotype.Component;

/**
 * A failed job has a person from the moment it is given up: 主任 for the case that waits for it, the system administrators for
 * the cause.
 */
@Component
class FailedJobAlerts implements FailedJobWatch {

    private final CaseAlerts alerts;

    FailedJobAlerts(CaseAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void givenUp(String jobId, String caseNumber, String step) {
        alerts.raise(CaseAlert.FAILED_JOB, jobId, caseNumber, step, Roles.SYSTEM_ADMINISTRATOR);
        if (caseNumber != null) {
            alerts.raise(CaseAlert.FAILED_JOB, jobId, caseNumber, step, Roles.CHIEF);
        }
    }

    @Override
    public void settled(String jobId) {
        alerts.settle(CaseAlert.FAILED_JOB, jobId);
    }
}
