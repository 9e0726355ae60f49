package jp.tsunagu.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/** Leaves restricted cases out of every list and count that somebody asks the engine for who is not named in them. */
class RestrictedLists extends TenantManager {

    private final Supplier<TaskGate> gate;

    RestrictedLists(Supplier<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public ListQueryParameterObject configureQuery(ListQueryParameterObject query) {
        configureTenantCheck(query.getTenantCheck());
        return query;
    }

    @Override
    public void configureTenantCheck(TenantCheck check) {
        Authentication person = getCurrentAuthentication();
        boolean asked = isTenantCheckEnabled();
        check.setTenantCheckEnabled(asked);
        check.setAuthTenantIds(asked ? marks(person) : null);
    }

    @Override
    public ListQueryParameterObject configureQuery(Object parameter) {
        ListQueryParameterObject query = new ListQueryParameterObject();
        query.setParameter(parameter);
        return configureQuery(query);
    }

    @Override
    public boolean isAuthenticatedTenant(String mark) {
        return mark == null
                || !isTenantCheckEnabled()
                || marks(getCurrentAuthentication()).contains(mark);
    }

    /** Only what is asked in somebody's name: jobs, and what our own code asks inside an act, see everything. */
    @Override
    public boolean isTenantCheckEnabled() {
        return getCurrentAuthentication() != null && getCommandContext().isAuthorizationCheckEnabled();
    }

    private List<String> marks(Authentication person) {
        Collection<String> groups = person.getGroupIds();
        return RestrictedMark.seenBy(
                gate.get().restricted(), person.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }
}
