package jp.tsunagu.procedure;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the packaged procedure into the engine: only files that changed, and never above a version that an administrator
 * published. A restart or an upgrade undoes nobody's work.
 */
@Component
class PackagedDeployer {

    /** Name and source of every packaged deployment; the engine compares with the last one of this name. */
    static final String PACKAGED = "packaged";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedDeployer.class);

    private final ProcessEngine engine;
    private final DeployedParts parts;
    private final ProcedureTexts texts;
    private final ProcedureSetTable sets;
    private final KeptFiles upgrades;

    PackagedDeployer(
            ProcessEngine engine,
            DeployedParts parts,
            ProcedureTexts texts,
            ProcedureSetTable sets,
            KeptFiles upgrades) {
        this.engine = engine;
        this.parts = parts;
        this.texts = texts;
        this.sets = sets;
        this.upgrades = upgrades;
    }

    /** Deploys what changed and opens a new procedure set if any part of the product's has a new version. */
    void deploy(Map<String, byte[]> files) {
        sets.lock();
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name(PACKAGED)
                .source(PACKAGED)
                .enableDuplicateFiltering(true);
        Map<String, byte[]> kept = new TreeMap<>();
        Set<ProcedurePart> own = new HashSet<>();
        boolean deploys = false;
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            String name = one.getKey();
            byte[] content = one.getValue();
            ProcedureFile file = ProcedureFile.of(name, content);
            if (file.part() == Part.TEXT) {
                if (texts.takeIn(name, content)) {
                    own.add(new ProcedurePart(Part.TEXT, name));
                } else {
                    kept.put(name, content);
                }
            } else if (isPublishedByAdministrator(file)) {
                kept.put(name, content);
            } else {
                file.keys().forEach(key -> own.add(new ProcedurePart(file.part(), key)));
                deployment.addInputStream(name, new java.io.ByteArrayInputStream(content));
                deploys = true;
            }
        }
        if (!kept.isEmpty()) {
            LOG.info("手続管理者が公開した版を残しました: {}", String.join(", ", kept.keySet()));
        }
        if (deploys) {
            deployment.deploy();
        }
        sets.openPackaged(own);
        upgrades.kept(kept);
    }

    private boolean isPublishedByAdministrator(ProcedureFile file) {
        Part part = file.part();
        return file.keys().stream()
                .map(key -> parts.latestDeployment(part, key))
                .flatMap(Optional::stream)
                .map(id -> engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentId(id)
                        .singleResult())
                .anyMatch(deployment -> !Objects.equals(deployment.getSource(), PACKAGED));
    }
}
