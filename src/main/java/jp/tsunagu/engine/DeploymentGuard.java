package jp.tsunagu.engine;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.engine.guard.ProcedureGuard;
import jp.tsunagu.engine.guard.Refused;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Stands before the engine's own deployers: REST, webapps, Java, the procedure page and start-up all pass it, and so does a
 * definition that a node reads from the database again.
 */
class DeploymentGuard implements Deployer {

    private final ProcedureGuard guard;

    DeploymentGuard(ProcedureGuard guard) {
        this.guard = guard;
    }

    /**
     * A new deployment is held against the list; one that is read again only must not bring a program (the list may have been
     * longer when it was made, and cases run on it).
     *
     * @throws RefusedException with everything that may not be; then nothing of the deployment is taken
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        for (ResourceEntity resource : deployment.getResources().values()) {
            if (!resource.isGenerated()) {
                String file = resource.getName();
                byte[] content = resource.getBytes();
                require(file, deployment.isNew() ? guard.of(file, content) : guard.ofDeployed(file, content));
            }
        }
    }

    private static void require(String file, List<Refused> refused) {
        if (!refused.isEmpty()) {
            throw RefusedException.ofAct("「" + file + "」は手続に使えません。"
                    + refused.stream().map(Refused::text).collect(Collectors.joining(" ")));
        }
    }
}
