package jp.tsunagu.procedure.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.PackagedFiles;
import jp.tsunagu.procedure.ProcedureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks something is caught with the element or the walk that shows it; what does not is let pass. */
class EditsTest {

    private static final ProcedureFiles PACKAGED = PackagedFiles.all();

    static Stream<Edit> breaking() {
        return Stream.of(BreakingEdits.DECISION, BreakingEdits.HANDOVER, BreakingEdits.BESIDE, BreakingEdits.MAINLY)
                .flatMap(List::stream);
    }

    static Stream<Edit> harmless() {
        return HarmlessEdits.ALL.stream();
    }

    @Test
    void thePackagedProcedureIsSound() {
        assertThat(Checking.findings(PACKAGED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void isCaught(Edit edit) {
        List<Finding> findings = Checking.findings(edit.in(PACKAGED));

        assertThat(findings).as(edit.name()).anyMatch(edit::caughtBy);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void isNotRefused(Edit edit) {
        assertThat(Checking.findings(edit.in(PACKAGED))).as(edit.name()).noneMatch(Finding::blocks);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(breaking().map(Edit::name).distinct()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(harmless().map(Edit::name).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }
}
