package jp.tsunagu.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;

/** What starts for a restricted case has its mark from the first row on. */
class RestrictedStarts implements TenantIdProvider {

    private final Supplier<TaskGate> gate;

    RestrictedStarts(Supplier<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        return Optional.ofNullable((String) start.getVariables().get(Names.CASE_NUMBER))
                .filter(number -> gate.get().restricted().isRestricted(number))
                .orElse(null);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return null;
    }
}
