package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.engine.ProcedureSets.Part;
import jp.tsunagu.story.TsunaguTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Restarts and upgrades bring what changed, and undo nobody's work. */
@TsunaguTest
class PackagedDeployerTest {

    private static final String FORM = "forms/03-decide-triage.form";

    @Autowired
    private PackagedDeployer deployer;

    @Autowired
    private DeployedParts parts;

    @Autowired
    private ProcedureSets sets;

    @Autowired
    private RepositoryService repository;

    private record State(
            Map<String, Integer> processes, Map<String, Integer> decisions, Map<String, Integer> forms, int set) {}

    private State state() {
        return new State(
                parts.latestVersions(Part.PROCESS),
                parts.latestVersions(Part.DECISION),
                parts.latestVersions(Part.FORM),
                sets.current());
    }

    /** The same meaning in other bytes. */
    private static byte[] touched(byte[] file) {
        return (new String(file, StandardCharsets.UTF_8) + "\n" + " ".repeat((int) (System.nanoTime() % 1000)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String formKey(byte[] file) {
        return ProcedureFile.of(FORM, file).keys().get(0);
    }

    @Test
    void aRestartDeploysNothing() {
        deployer.deploy(PackagedProcedure.read());
        State before = state();
        long deployments = repository.createDeploymentQuery().count();
        deployer.deploy(PackagedProcedure.read());
        assertThat(state()).isEqualTo(before);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void aChangedFormIsANewVersionOfThatFormAndOfNothingElse() {
        State before = state();
        Map<String, byte[]> upgrade = new TreeMap<>(PackagedProcedure.read());
        upgrade.computeIfPresent(FORM, (name, content) -> touched(content));
        deployer.deploy(upgrade);

        State after = state();
        Map<String, Integer> expected = new TreeMap<>(before.forms());
        expected.merge(formKey(upgrade.get(FORM)), 1, Integer::sum);
        assertThat(after.forms()).isEqualTo(expected);
        assertThat(after.processes()).isEqualTo(before.processes());
        assertThat(after.decisions()).isEqualTo(before.decisions());
        assertThat(after.set()).isGreaterThan(before.set());
        String key = formKey(upgrade.get(FORM));
        assertThat(sets.version(before.set(), Part.FORM, key))
                .as("cases under way keep their form")
                .isEqualTo(before.forms().get(key));
    }

    @Test
    void aVersionThatAnAdministratorPublishedStays() {
        byte[] packaged = PackagedProcedure.read().get("forms/32-follow-up.form");
        String key = ProcedureFile.of("x.form", packaged).keys().get(0);
        repository
                .createDeployment()
                .name("様式の改正")
                .source("administrator")
                .addInputStream("followUp.form", new java.io.ByteArrayInputStream(touched(packaged)))
                .deploy();
        State published = state();

        Map<String, byte[]> upgrade = new TreeMap<>(PackagedProcedure.read());
        upgrade.computeIfPresent("forms/32-follow-up.form", (name, content) -> touched(content));
        deployer.deploy(upgrade);
        assertThat(state().forms().get(key)).isEqualTo(published.forms().get(key));
        assertThat(parts.latestDeployment(Part.FORM, key))
                .isPresent()
                .get()
                .satisfies(id -> assertThat(repository
                                .createDeploymentQuery()
                                .deploymentId(id)
                                .singleResult()
                                .getSource())
                        .isEqualTo("administrator"));
    }
}
