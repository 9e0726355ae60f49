package jp.tsunagu.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Which definitions are deployed, remembered as long as no node deploys, suspends or deletes one ({@link RarelyChanged}). The
 * engine would ask at every command and every decision.
 */
final class KnownDefinitions {

    private KnownDefinitions() {}

    static List<SessionFactory> factories(Supplier<RarelyChanged> known) {
        return List.of(
                new ManagerFactory(ProcessDefinitionManager.class, () -> new Processes(known.get())),
                new ManagerFactory(DecisionDefinitionManager.class, () -> new Tables(known.get())));
    }

    private static final class Processes extends ProcessDefinitionManager {

        private final RarelyChanged known;

        private record ById(String id) {}

        private Processes(RarelyChanged known) {
            this.known = known;
        }

        @Override
        public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
            return known.read(new ById(id), () -> Optional.ofNullable(super.findLatestProcessDefinitionById(id)))
                    .orElse(null);
        }
    }

    private static final class Tables extends DecisionDefinitionManager {

        private final RarelyChanged known;

        private record ByVersion(String key, Integer version) {}

        private Tables(RarelyChanged known) {
            this.known = known;
        }

        /** There are no tenants: the municipality is an input of every table. */
        @Override
        public DecisionDefinitionEntity findDecisionDefinitionByKeyVersionAndTenantId(
                String key, Integer version, String tenant) {
            return tenant != null
                    ? super.findDecisionDefinitionByKeyVersionAndTenantId(key, version, tenant)
                    : findDecisionDefinitionByKeyAndVersion(key, version);
        }

        @Override
        public DecisionDefinitionEntity findDecisionDefinitionByKeyAndVersion(String key, Integer version) {
            return known.read(
                            new ByVersion(key, version),
                            () -> Optional.ofNullable(super.findDecisionDefinitionByKeyAndVersion(key, version)))
                    .orElse(null);
        }
    }
}
