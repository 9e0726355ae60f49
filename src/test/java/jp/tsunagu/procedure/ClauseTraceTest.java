package jp.tsunagu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace can say no: a clause that no step names, a name that is no clause, an open line that is settled. */
class ClauseTraceTest {

    private static final ClauseTrace TRACE = new ClauseTrace(List.of(
            new Clause("MK-2-1", "定義", false, "言葉の定義", ""),
            new Clause("MK-9-5-ア", "スクリーニング", true, "", ""),
            new Clause("MK-9-5-ア-保護", "福祉事務所", true, "", ""),
            new Clause("MK-10-3a", "理由の連絡", true, "", "まだ図にない")));

    @ParameterizedTest
    @ValueSource(strings = {"MK-9-5", "MK-9-5-ウ", "MK-10-3", "MK-10-3ab", "MK-10.3a", "MX-9-5-ア", "MK-9-5-アと"})
    void whatIsNoClauseIsFound(String planted) {
        assertThat(TRACE.unknown("確かめる（要領 第9条第5号）。MK-9-5-ア-保護, " + planted + "、MK-2-1"))
                .containsExactly(planted);
    }

    @Test
    void whatIsAClauseOrNoIdAtAllIsLeftAlone() {
        assertThat(TRACE.unknown("MK-9-5-ア, MK-10-3a。<?xml encoding=\"UTF-8\"?> R8-00001 id=\"MK_9-5\" (MK-2-1)"))
                .isEmpty();
    }

    @Test
    void aBehaviourThatNoStepNamesIsMissing() {
        assertThat(TRACE.missing(List.of("つなぐ。MK-9-5-ア-保護"))).containsExactly("MK-9-5-ア");
        assertThat(TRACE.missing(List.of("つなぐ。MK-9-5-ア-保護", "判断する。MK-9-5-ア"))).isEmpty();
    }

    @Test
    void anOpenClauseIsSettledAsSoonAsAStepNamesIt() {
        assertThat(TRACE.settled(List.of("MK-9-5-ア"))).isEmpty();
        assertThat(TRACE.settled(List.of("連絡する。MK-10-3a"))).containsExactly("MK-10-3a");
    }

    @Test
    void whatIsCitedInWordsIsNamedToo() {
        assertThat(ClauseTrace.citedOnly("つなぐ（要領 第9条第3号・第5号）。MK-9-5-イ")).containsExactly("MK-9-3");
        assertThat(ClauseTrace.citedOnly("連絡する（要領 第10条第3号）。MK-10-3a")).isEmpty();
        assertThat(ClauseTrace.citedOnly("確かめる（要領 第9条第1号）。MK-9-10, MK-11-1")).containsExactly("MK-9-1");
        assertThat(ClauseTrace.citedOnly("期限（生活保護法 第24条第5項）。MK-9-5-ア-保護")).isEmpty();
    }

    @Test
    void aLineWithoutItsReasonIsRefused() {
        assertThatThrownBy(() -> new Clause("MK-1", "趣旨", false, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MK-1");
    }
}
