package jp.tsunagu.procedure.check.ward;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.engine.BuildingBlock;
import org.junit.jupiter.api.Test;

/** What the program offers to a diagram is what the checks let into it. */
class BlockClassesTest {

    @Test
    void aStepMayNameWhatDeclaresItself() {
        assertThat(KnownParts.LIST.parts())
                .contains("notifyRejection", "startReferral", "reportWardSilence")
                .doesNotContain("besideCase", "deadlines", "waitingCase", "mainProcessEnd", "dataSource");
    }

    @Test
    void everyOfferedExpressionIsAllowed() {
        assertThat(BlockClasses.all().values())
                .flatExtracting(
                        blocks -> blocks.stream().map(BuildingBlock::expression).toList())
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> assertThat(Expressions.unknown(expression.replace("{step}", "assess")))
                        .isEmpty());
    }
}
