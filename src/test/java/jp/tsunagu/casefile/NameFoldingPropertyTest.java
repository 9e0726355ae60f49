package jp.tsunagu.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every way to write a name leads to the same person, and none to somebody else. */
class NameFoldingPropertyTest {

    private static final List<String> GROUPS = NameVariants.groups();

    private static final String ORDINARY = "一山川田中村本大小木林水火金土日月花子太郎美緒葉遠南北東西三四五六七八九十雪夏冬春";

    /** Half-width kana by the full-width ones they stand for. */
    private static final List<String> HALF_WIDTH = IntStream.rangeClosed(0xFF66, 0xFF9D)
            .filter(sign -> sign != 0xFF70)
            .mapToObj(Character::toString)
            .toList();

    /** Pieces of a name in writings that are the same, side by side. */
    record Writings(String one, String other) {}

    @Provide
    Arbitrary<Writings> sameNames() {
        Arbitrary<Writings> variants = Arbitraries.of(GROUPS).flatMap(group -> {
            List<String> signs =
                    group.codePoints().mapToObj(Character::toString).toList();
            return Arbitraries.of(signs).flatMap(one -> Arbitraries.of(signs).map(other -> new Writings(one, other)));
        });
        Arbitrary<Writings> shapes = Arbitraries.of(ORDINARY.split(""))
                .map(sign -> new Writings(sign, sign + Character.toString(0xE0100 + sign.charAt(0) % 16)));
        Arbitrary<Writings> blanks = Arbitraries.of(" ", "　", "・", "").map(blank -> new Writings("", blank));
        Arbitrary<Writings> kana = Arbitraries.of(HALF_WIDTH).map(half -> {
            String katakana = Normalizer.normalize(half, Form.NFKC);
            return new Writings(half, Character.toString(katakana.charAt(0) - 0x60));
        });
        Arbitrary<Writings> voiced = Arbitraries.of("がぎぐげござぜぞだでどばびぶべぼぱぴぷぺぽ".split(""))
                .map(sign ->
                        new Writings(Normalizer.normalize(sign, Form.NFD), Character.toString(sign.charAt(0) + 0x60)));
        Arbitrary<Writings> small = Arbitraries.of("っつ", "ゃや", "ュゆ", "ょヨ", "ぁア", "ヶけ")
                .map(pair -> new Writings(pair.substring(0, 1), pair.substring(1)));
        Arbitrary<Writings> foreign =
                Arbitraries.of(new Writings("Nguyễn", "NGUYEN"), new Writings("José", "ｊｏｓｅ"), new Writings("々", "々"));
        return Arbitraries.oneOf(variants, shapes, blanks, kana, voiced, small, foreign)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> new Writings(
                        pieces.stream().map(Writings::one).collect(Collectors.joining()),
                        pieces.stream().map(Writings::other).collect(Collectors.joining())));
    }

    @Property(tries = 2000)
    void everyWritingOfANameIsTheSame(@ForAll("sameNames") Writings name) {
        assertThat(NameFolding.fold(name.one())).isEqualTo(NameFolding.fold(name.other()));
    }

    @Provide
    Arbitrary<String> names() {
        String usual = GROUPS.stream()
                .map(group -> Character.toString(group.codePointAt(0)))
                .collect(Collectors.joining());
        List<String> signs = (ORDINARY + usual)
                .codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .toList();
        return Arbitraries.of(signs).list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list));
    }

    @Property(tries = 2000)
    void namesOfDifferentSignsStayDifferent(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(NameFolding.fold(one).equals(NameFolding.fold(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 1000)
    void whateverIsTypedIsNoWildcard(@ForAll String typed) {
        String folded = NameFolding.fold(typed);
        assertThat(folded.codePoints()).allMatch(Character::isLetterOrDigit);
        assertThat(NameFolding.fold(folded)).isEqualTo(folded);
    }

    @Example
    void aSignStandsInOneGroupOnlyAndIsNotFoldedByUnicodeAlready() {
        Set<Integer> seen = new HashSet<>();
        assertThat(GROUPS).hasSizeGreaterThan(400).allSatisfy(group -> {
            assertThat(Normalizer.normalize(group, Form.NFKC)).isEqualTo(group);
            assertThat(group.codePoints()).hasSizeGreaterThan(1).allMatch(seen::add);
        });
    }

    @Example
    void theNamesEverybodyKnows() {
        assertThat(List.of("髙橋", "高橋", "髙槗")).extracting(NameFolding::fold).containsOnly("高橋");
        assertThat(List.of("渡辺", "渡邊", "渡邉", "渡邉\uDB40\uDD02"))
                .extracting(NameFolding::fold)
                .containsOnly("渡辺");
        assertThat(List.of("斎藤", "齋藤", "斉藤", "齊藤"))
                .extracting(NameFolding::fold)
                .containsOnly("斎藤");
        assertThat(List.of("𠮷田", "吉田")).extracting(NameFolding::fold).containsOnly("吉田");
        assertThat(List.of("山﨑", "山崎", "山嵜")).extracting(NameFolding::fold).containsOnly("山崎");
        assertThat(List.of("浜沢", "濱澤", "濵沢")).extracting(NameFolding::fold).containsOnly("浜沢");
        assertThat(List.of("佐々木", "佐佐木")).extracting(NameFolding::fold).containsOnly("佐佐木");
        assertThat(List.of("みすゞ", "ミスズ", "みすず", "ミスヾ"))
                .extracting(NameFolding::fold)
                .containsOnly("みすず");
        assertThat(List.of("神\uFA19", "神神", "神々")).extracting(NameFolding::fold).containsOnly("神神");
    }
}
