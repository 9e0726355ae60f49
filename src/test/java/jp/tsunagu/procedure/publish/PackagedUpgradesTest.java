package jp.tsunagu.procedure.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.procedure.ChangedProcedure;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.draft.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A restart or an upgrade never overwrites what administrators published; what is new is proposed. */
@Tag("publishing")
class PackagedUpgradesTest extends PublishingStory {

    private static final String FORM = "forms/07-screen.form";

    @Autowired
    private PackagedUpgrades upgrades;

    private ChangedProcedure product;

    @BeforeEach
    void theirTools(@Autowired AutowireCapableBeanFactory beans) {
        product = beans.createBean(ChangedProcedure.class);
    }

    private static byte[] relabelled(byte[] form, String mark) {
        return HouseholdStep.bytes(HouseholdStep.replaced(
                new String(form, java.nio.charset.StandardCharsets.UTF_8),
                "\"label\": \"",
                "\"label\": \"" + mark + " "));
    }

    private List<Draft> opened() {
        return administrators.drafts.all().stream()
                .filter(draft -> draft.createdBy().equals(PackagedUpgrades.PRODUCT))
                .toList();
    }

    @Test
    void aNewerPackagedFileIsProposedOnceForEachContent() {
        byte[] packaged = administrators.present().contents().get(FORM);
        byte[] own = relabelled(packaged, "区の");
        int set = administrators.publish(
                administrators.draft("様式の改正", Map.of(FORM, own)),
                new Transition(TransitionRule.STAY, Set.of(), new TreeMap<>()));
        int before = opened().size();
        product.publishPackaged();
        assertThat(administrators.sets.current()).as("a restart").isEqualTo(set);
        assertThat(opened()).as("nothing new in the product").hasSize(before);

        byte[] newer = relabelled(packaged, "製品の");
        product.publish(Map.of(FORM, same -> newer));
        product.publish(Map.of(FORM, same -> newer));
        assertThat(administrators.present().contents().get(FORM))
                .as("an upgrade")
                .isEqualTo(own);
        assertThat(opened()).hasSize(before + 1);
        Draft proposal = opened().get(0);
        assertThat(proposal.title()).startsWith("製品の更新");
        assertThat(proposal.baseSet()).isEqualTo(set);
        assertThat(administrators.drafts.files(proposal.id()).contents().get(FORM))
                .isEqualTo(newer);
        ProcedureFiles ancestor = upgrades.ancestor(proposal.id()).orElseThrow();
        assertThat(Arrays.equals(ancestor.contents().get(FORM), packaged)).isTrue();

        administrators.publish(proposal.id(), new Transition(TransitionRule.STAY, Set.of(), new TreeMap<>()));
        byte[] newest = relabelled(packaged, "製品の新しい");
        product.publish(Map.of(FORM, same -> newest));
        assertThat(opened()).hasSize(before + 2);
        assertThat(upgrades.ancestor(opened().get(0).id())
                        .orElseThrow()
                        .contents()
                        .get(FORM))
                .as("what was taken over last is where both come from now")
                .isEqualTo(newer);
        administrators.rollback.rollBack(proposal.id(), "試験", PublishingOffice.HIRAI);
    }
}
