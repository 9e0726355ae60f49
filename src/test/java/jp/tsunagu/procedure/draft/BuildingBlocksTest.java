package jp.tsunagu.procedure.draft;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.tsunagu.engine.BuildingBlock.Use;
import jp.tsunagu.procedure.draft.BuildingBlocks.Block;
import org.junit.jupiter.api.Test;

class BuildingBlocksTest {

    private static final Block ONE = new Block("始める", "始めます。", "${one}", true, Use.SERVICE_TASK);

    @Test
    void twoOfOneNameStopTheStart() {
        refused(new Block("始める", "別のこと", "${other}", true, Use.SERVICE_TASK));
    }

    @Test
    void twoOfOneExpressionStopTheStart() {
        refused(new Block("別の名前", "同じこと", "${one}", true, Use.SERVICE_TASK));
    }

    private static void refused(Block other) {
        List<Block> declared = List.of(ONE, other);
        assertThatThrownBy(() -> new BuildingBlocks(declared))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
    }
}
