package jp.tsunagu.change;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.casefile.SamePerson;
import jp.tsunagu.casefile.SamePerson.CaseOfPerson;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 名寄せ: two records of one person, merged, found by every number, and undone without a trace. */
class MergeTest extends OfficeStory {

    @Autowired
    private Opened opened;

    @Autowired
    JdbcClient database;

    @Autowired
    SamePerson samePerson;

    @BeforeEach
    void monday() {
        office.on("2026-06-01");
    }

    @Test
    void isProposedComparedMergedAndUndone() {
        ChiefsDesk manabe = new ChiefsDesk(office, "manabe");
        String first = office.as("saeki").receives(Answers.named("名寄 一", "なよせ はじめ", "1971-02-03"));
        String twin = office.as("aoki").receives(Answers.named("名寄　一", "なよせはじめ", "1971-02-03"));
        String namesake = office.as("aoki").receives(Answers.named("名寄 創", "なよせ　はじめ", "1990-09-09"));
        String page = "/cases/" + first + "/merge";
        assertThat(manabe.page(page).text())
                .contains(twin + " と見くらべる", "ふりがなが同じ・生年月日が同じ", namesake + " と見くらべる", "別の人かもしれません");
        assertThat(manabe.page(page + "?with=" + twin.toLowerCase()).text())
                .contains("名寄　一", "なよせはじめ", "どちらのケースも終わっていません");
        assertThat(manabe.page(page + "?with=R8-99999").text()).contains("この番号のケースは、見つかりません");
        Answer nameless = manabe.merges(first, twin, " ");
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.text()).contains("理由を、2000字まで");
        assertThat(manabe.merges(first, first, "同じ").status()).isEqualTo(400);
        assertThat(new ChiefsDesk(office, "saeki").merges(first, twin, "同じ人").status())
                .isEqualTo(403);

        assertThat(manabe.merges(first, twin, "保険証で確かめた。").text()).contains("同じ人としてまとめました", twin);
        assertThat(manabe.merges(twin, first, "もう一度").text()).contains("もう同じ人として扱っています");
        assertThat(new ChiefsDesk(office, "aoki")
                        .page("/cases/" + twin + "/merge")
                        .text())
                .contains(first)
                .doesNotContain("保険証で確かめた");
        assertThat(office.as("saeki").steps(first)).containsExactly("decideTriage");
        assertThat(office.as("aoki").steps(twin)).containsExactly("decideTriage");

        // what is put right meanwhile stays with the case in which it was put right
        office.as("aoki").does(twin, "decideTriage", Answers.triage("continueSupport"));
        office.as("aoki").does(twin, "obtainApplicationAndConsent", with(Answers.application(), "kana", "なよせ いち"));
        Matcher merge = Pattern.compile("name=\"merge\" value=\"([0-9a-f-]+)\"")
                .matcher(manabe.page("/cases/" + twin + "/merge").text());
        assertThat(merge.find()).isTrue();
        assertThat(manabe.undoes(twin, merge.group(1)).text()).contains("名寄せを取り消しました");
        assertThat(manabe.undoes(twin, merge.group(1)).text()).contains("もう取り消されています");
        assertThat(kana(first)).isEqualTo("なよせ はじめ");
        assertThat(kana(twin)).isEqualTo("なよせ いち");
        assertThat(manabe.page(page).text()).contains("の名寄せを取り消し", "保険証で確かめた").doesNotContain("いまも有効");
    }

    @Test
    void isProposedHoweverTheNameIsWritten() {
        String first = office.as("saeki").receives(Answers.named("髙渡 𠮷壱", "たかと いち", "1966-06-06"));
        String other = office.as("aoki").receives(Answers.named("高渡吉壱", "たかわたり いち", "1966-06-06"));
        String unknown = office.as("aoki").receives(with(Answers.named("―", "", "1966-06-06"), "name", "髙渡 吉壱"));
        assertThat(new ChiefsDesk(office, "manabe")
                        .page("/cases/" + first + "/merge")
                        .text())
                .contains(other + " と見くらべる", unknown + " と見くらべる", "氏名が同じ（ふりがなは違う）・生年月日が同じ");
        assertThat(new ChiefsDesk(office, "manabe")
                        .page("/cases/" + unknown + "/merge")
                        .text())
                .contains(first + " と見くらべる", other + " と見くらべる");
    }

    private String kana(String number) {
        return opened.ask(files -> files.sql(
                        "select p.kana from person p join support_case c on c.person_id = p.id where c.case_number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    /** Any order of merges and undoings: every number is found, the groups are those that stand, and all undone is as before. */
    @Test
    void anySequenceIsUndoneWithoutATrace() {
        List<String> numbers = IntStream.range(0, 6)
                .mapToObj(i -> office.as("saeki")
                        .receives(Answers.named("無作為 " + i, "むさくい" + "あいうえおかき".charAt(i), "1980-01-0" + (i + 1))))
                .toList();
        List<String> before = persons(numbers);
        Random dice = new Random(42);
        List<String[]> standing = new ArrayList<>();
        for (int turn = 0; turn < 60; turn++) {
            String one = numbers.get(dice.nextInt(numbers.size()));
            String other = numbers.get(dice.nextInt(numbers.size()));
            if (dice.nextInt(5) < 3) {
                if (group(one, standing).contains(other)) {
                    assertThatThrownBy(() -> samePerson.merge(one, other, "r", "manabe"))
                            .isInstanceOf(RefusedException.class);
                } else {
                    samePerson.merge(one, other, "r", "manabe");
                    standing.add(new String[] {one, other});
                }
            } else if (!standing.isEmpty()) {
                undo(standing.remove(dice.nextInt(standing.size())));
            }
            numbers.forEach(number -> assertThat(found(number))
                    .as("%s after %d", number, standing.size())
                    .isEqualTo(group(number, standing)));
        }
        while (!standing.isEmpty()) {
            undo(standing.remove(dice.nextInt(standing.size())));
        }
        assertThat(persons(numbers)).isEqualTo(before);
    }

    /** Three at once in a ring: one of them is too late. */
    @Test
    void aRingIsNeverClosed() {
        List<String> ring = IntStream.range(0, 3)
                .mapToObj(i -> office.as("saeki")
                        .receives(Answers.named("輪 " + i, "わ" + "あいう".charAt(i), "1981-01-0" + (i + 1))))
                .toList();
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Void>> merges = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> tryMerge(ring.get(i), ring.get((i + 1) % 3))))
                    .toList();
            merges.forEach(CompletableFuture::join);
            ring.forEach(number -> assertThat(found(number)).contains(number));
            samePerson.merges("manabe", ring.get(0)).stream()
                    .filter(SamePerson.Merge::stands)
                    .forEach(merge -> samePerson.undo(merge.oneCase(), merge.id(), "r", "manabe"));
            samePerson.merges("manabe", ring.get(1)).stream()
                    .filter(SamePerson.Merge::stands)
                    .forEach(merge -> samePerson.undo(merge.oneCase(), merge.id(), "r", "manabe"));
            ring.forEach(number -> assertThat(found(number)).containsExactly(number));
        }
    }

    private void tryMerge(String one, String other) {
        try {
            samePerson.merge(one, other, "r", "manabe");
        } catch (RefusedException tooLate) {
            assertThat(tooLate.refusals()).isNotEmpty();
        }
    }

    private void undo(String[] pair) {
        SamePerson.Merge merge = samePerson.merges("manabe", pair[0]).stream()
                .filter(one -> one.stands()
                        && one.oneCase().equals(pair[0])
                        && one.otherCase().equals(pair[1]))
                .findFirst()
                .orElseThrow();
        samePerson.undo(pair[1], merge.id(), "r", "manabe");
    }

    private Set<String> found(String number) {
        return Stream.concat(
                        Stream.of(number),
                        samePerson.others("manabe", number).stream().map(CaseOfPerson::number))
                .collect(Collectors.toSet());
    }

    /** Whom the merges that stand make one person, reckoned the simple way. */
    private static Set<String> group(String number, List<String[]> standing) {
        Set<String> group = new HashSet<>(Set.of(number));
        int size;
        do {
            size = group.size();
            for (String[] pair : standing) {
                if (group.contains(pair[0]) || group.contains(pair[1])) {
                    group.addAll(List.of(pair));
                }
            }
        } while (group.size() > size);
        return group;
    }

    private List<String> persons(List<String> numbers) {
        return database.sql(
                        "select p::text from person p join support_case c on c.person_id = p.id where c.case_number in (:numbers)"
                                + " order by c.case_number")
                .param("numbers", numbers)
                .query(String.class)
                .list();
    }
}
