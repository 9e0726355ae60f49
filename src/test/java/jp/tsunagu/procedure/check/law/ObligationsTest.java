package jp.tsunagu.procedure.check.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Checking;
import jp.tsunagu.procedure.check.Finding;
import org.junit.jupiter.api.Test;

/** The list of obligations is whole, and none of them can be lost. */
class ObligationsTest {

    private final Obligations obligations = Checking.OBLIGATIONS;

    @Test
    void everyInvariantIsKeptHereOrSaidToBeKeptElsewhere() {
        Set<String> kept = new HashSet<>(obligations.beyond().keySet());
        obligations.all().forEach(obligation -> kept.addAll(obligation.keeps()));

        assertThat(kept)
                .containsAll(IntStream.rangeClosed(1, 16)
                        .mapToObj("I-%02d"::formatted)
                        .toList())
                .contains("R1", "R2", "R3", "R4");
        assertThat(obligations.beyond().values()).noneMatch(String::isBlank);
    }

    @Test
    void eachSaysItsGroundAndWhatItDoesNotSee() {
        assertThat(obligations.all()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(obligation -> {
            assertThat(obligation.clauses()).isNotEmpty();
            assertThat(obligation.text()).endsWith("。");
            assertThat(obligation.limit()).endsWith("。");
        });
    }

    @Test
    void everyKindOfPatternIsUsed() {
        assertThat(obligations.all()).extracting(Obligation::kind).contains(Obligation.Kind.values());
    }

    @Test
    void thePackagedDiagramsKeepAll() {
        assertThat(Checking.LAW.of(PackagedFiles.all())).isEmpty();
    }

    @Test
    void aDiagramThatIsGoneKeepsNone() {
        ProcedureFiles without = PackagedFiles.all().without("processes/plan-decision.bpmn");

        List<Finding> findings = Checking.LAW.of(without);

        assertThat(findings)
                .filteredOn(finding -> finding.file().equals("processes/plan-decision.bpmn"))
                .hasSizeGreaterThan(10)
                .allMatch(Finding::blocks);
    }

    @Test
    void aDraftCannotSwitchAnObligationOff() {
        ProcedureFiles sly = ProcedureFiles.of(Map.of("processes/obligations.yaml", "obligations: []".getBytes()));

        assertThat(Checking.LAW.of(sly))
                .hasSizeGreaterThanOrEqualTo(obligations.all().size());
    }
}
