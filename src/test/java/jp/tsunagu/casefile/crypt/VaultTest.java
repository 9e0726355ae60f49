package jp.tsunagu.casefile.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed is read by whoever has the key, in its place, as it was; nothing else is ever read. */
class VaultTest {

    private static final String OTHER = key(7);
    private static final Place PLACE = Place.of("person.name", UUID.fromString("00000000-0000-0000-0000-000000000001"));

    private final Vault vault = Opened.vault(Opened.KEY);

    private static String key(int content) {
        byte[] key = new byte[DataKey.BYTES];
        java.util.Arrays.fill(key, (byte) content);
        return Base64.getEncoder().encodeToString(key);
    }

    @Property(tries = 200)
    void whatIsSealedIsOpened(@ForAll byte[] content, @ForAll String row) {
        Place place = new Place("person.name", row);
        Vault any = Opened.vault(Opened.KEY);
        byte[] sealed = any.seal(place, content);
        assertThat(any.open(place, sealed)).isEqualTo(content);
        assertThat(any.seal(place, content)).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void everyChangedByteIsFound() {
        byte[] sealed = vault.seal(PLACE, "隠岐 澪標");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("隠岐");
        for (int at = 1; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.text(PLACE, changed))
                    .as("byte %d", at)
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("person.name")
                    .hasMessageNotContaining("隠岐");
        }
        for (int length = Vault.HEAD; length < sealed.length; length++) {
            byte[] shortened = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.text(PLACE, shortened)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void aValueFromAnotherRowOrColumnIsNotRead() {
        byte[] sealed = vault.seal(PLACE, "隠岐 澪標");
        assertThatThrownBy(() -> vault.text(Place.of("person.name", UUID.randomUUID()), sealed))
                .hasMessageContaining("別の行から写された");
        assertThatThrownBy(() -> vault.text(new Place("person.kana", PLACE.row()), sealed))
                .hasMessageContaining("別の行から写された");
    }

    @Test
    void aMissingKeyIsNamedAndNothingIsReadWithAnother() {
        byte[] sealed = vault.seal(PLACE, "隠岐 澪標");
        String id = new DataKey(Base64.getDecoder().decode(Opened.KEY)).id();
        assertThatThrownBy(() -> Opened.vault(OTHER).text(PLACE, sealed))
                .hasMessageContaining("鍵 " + id + " が TSUNAGU_DATA_KEYS にありません");
        assertThat(Opened.vault(OTHER + "," + Opened.KEY).text(PLACE, sealed)).isEqualTo("隠岐 澪標");
    }

    @Test
    void plainValuesAreReadUntilAllAreSealed() {
        byte[] plain = "隠岐 澪標".getBytes(StandardCharsets.UTF_8);
        assertThat(vault.text(PLACE, plain)).isEqualTo("隠岐 澪標");
        vault.refusePlain(true);
        assertThatThrownBy(() -> vault.text(PLACE, plain)).hasMessageContaining("暗号化されていません");
    }

    @Test
    void withoutKeysOrWithBadOnesNothingStarts() {
        assertThatThrownBy(() -> new DataKeys("", "jdbc:postgresql://database/tsunagu", Path.of("")))
                .hasMessageContaining("鍵がありません")
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> new DataKeys("geheim!", "", Path.of("")))
                .hasMessageContaining("base64")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
        assertThatThrownBy(() -> new DataKeys("c2hvcnQ=", "", Path.of(""))).hasMessageContaining("5 バイト");
    }

    @Test
    void theDemoMakesAKeyOfItsOwnThatOnlyItsOwnerReads(@TempDir Path folder) throws IOException {
        DataKeys made = new DataKeys("", "", folder);
        assertThat(made.isDemo()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data-key"))))
                .isEqualTo("rw-------");
        assertThat(new DataKeys("", "", folder).first().id())
                .as("the next start")
                .isEqualTo(made.first().id());
        assertThat(new DataKeys("", "", folder.resolve("other")).first().id())
                .isNotEqualTo(made.first().id());
    }

    @Test
    void theBlindIndexTellsNothingAndIsAnotherUnderAnotherKey() {
        BlindIndex one = new BlindIndex(new DataKeys(Opened.KEY, "", Path.of("")));
        BlindIndex both = new BlindIndex(new DataKeys(OTHER + "," + Opened.KEY, "", Path.of("")));
        List<String> parts = List.of("おき", "みお");
        assertThat(one.of(parts)).isEqualTo(one.of(parts)).doesNotContainAnyElementsOf(List.of(both.of(parts)));
        assertThat(both.sought(parts)).containsExactly(both.of(parts), one.of(parts));
        assertThat(both.sought(LocalDate.of(1985, 3, 5))).contains(one.of(LocalDate.of(1985, 3, 5)));
    }
}
