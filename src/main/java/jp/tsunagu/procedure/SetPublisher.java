package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.engine.InternalActs;
import jp.tsunagu.engine.ProcedureSets.Part;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens procedure sets that administrators made. Only what means something else than in the set before gets a new version;
 * what was only drawn anew is kept as another picture of the version it is.
 */
@Component
public class SetPublisher {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final ProcedureSetTable sets;
    private final ProcedureArchive archive;
    private final DeployedParts deployed;
    private final ProcedureTexts texts;
    private final JdbcClient database;

    SetPublisher(
            ProcessEngine engine,
            InternalActs acts,
            ProcedureSetTable sets,
            ProcedureArchive archive,
            DeployedParts deployed,
            ProcedureTexts texts,
            JdbcClient database) {
        this.engine = engine;
        this.acts = acts;
        this.sets = sets;
        this.archive = archive;
        this.deployed = deployed;
        this.texts = texts;
        this.database = database;
    }

    /** Makes everybody who opens a set wait until the transaction ends, and returns the set that is in force until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int lock() {
        sets.lock();
        return sets.current();
    }

    /**
     * Opens the set that follows the present one. The number it has counts from this transaction's end on, for all nodes.
     *
     * @return the number of the new set
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int open(ProcedureChange change, Origin origin) {
        int before = lock();
        Map<ProcedurePart, Integer> parts = new HashMap<>(sets.parts(before));
        ProcedureFiles former = archive.files(before);
        Set<String> gone = new HashSet<>(change.removed());
        gone.addAll(change.changed().keySet());
        gone.forEach(name ->
                former.content(name).ifPresent(content -> parts.keySet().removeAll(partsOf(name, content))));
        Map<String, byte[]> ofEngine = new TreeMap<>(change.changed());
        ofEngine.keySet().removeIf(ProcedureText::isOne);
        if (!ofEngine.isEmpty()) {
            parts.putAll(deployed(ofEngine, origin));
        }
        change.changed().forEach((name, content) -> {
            if (ProcedureText.isOne(name)) {
                parts.put(new ProcedurePart(Part.TEXT, name), texts.add(name, content, origin.source()));
            }
        });
        int set = sets.open(parts, origin, before);
        change.drawn().forEach((name, content) -> face(set, name, content, parts));
        return set;
    }

    /** Opens a set of the same versions and pictures as an earlier one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int reopen(int earlier, Origin origin) {
        int before = lock();
        Map<ProcedurePart, Integer> parts = sets.parts(earlier);
        ProcedureFiles then = archive.files(earlier);
        int set = sets.open(parts, origin, before);
        ProcedureFiles now = archive.files(set);
        then.contents().forEach((name, content) -> {
            if (!Arrays.equals(content, now.contents().get(name))) {
                face(set, name, content, parts);
            }
        });
        return set;
    }

    private Map<ProcedurePart, Integer> deployed(Map<String, byte[]> files, Origin origin) {
        String deployment = acts.perform("手続の公開", () -> {
            DeploymentBuilder builder = engine.getRepositoryService()
                    .createDeployment()
                    .name("改定案 " + origin.draft())
                    .source(origin.source());
            files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
            return builder.deploy().getId();
        });
        Map<ProcedurePart, Integer> versions = new HashMap<>();
        for (Part part : DeployedParts.OF_ENGINE) {
            deployed.versionsIn(part, deployment)
                    .forEach((key, version) -> versions.put(new ProcedurePart(part, key), version));
        }
        return versions;
    }

    private void face(int set, String name, byte[] content, Map<ProcedurePart, Integer> parts) {
        partsOf(name, content).stream()
                .limit(1)
                .forEach(part -> database.sql("""
                        insert into procedure_face (set_id, name, part, part_key, version, content) values (?, ?, ?, ?, ?, ?)""")
                        .params(set, name, part.part().name(), part.key(), parts.get(part), content)
                        .update());
    }

    private static List<ProcedurePart> partsOf(String name, byte[] content) {
        ProcedureFile file = ProcedureFile.of(name, content);
        return file.keys().stream()
                .map(key -> new ProcedurePart(file.part(), key))
                .toList();
    }
}
