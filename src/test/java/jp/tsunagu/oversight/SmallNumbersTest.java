package jp.tsunagu.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Somebody who sees every figure that is shown, knows the rule, and reckons: from totals and their other parts, from a period and its
 * parts, from a figure with a filter and without. They never find out how many there are where fewer than the least number are.
 */
class SmallNumbersTest {

    private static final int STEPS = 8;
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    @Property(tries = 400)
    void whatIsKeptBackIsNotFoundByReckoning(
            @ForAll("counts") List<List<Long>> counts, @ForAll @IntRange(max = 13) int smallest) {
        Differencing attack = attack(counts, new SmallNumbers(smallest));
        attack.goOn();
        assertThat(attack.found()).as("small cells that are found out").isEmpty();
    }

    /** The attack is worth something: an exact total beside cells that are kept back gives these away. */
    @Property(tries = 50)
    void anExactTotalWouldTell(@ForAll @IntRange(max = 4) int small, @ForAll @IntRange(min = 5, max = 99) int large) {
        Differencing attack = new Differencing(new SmallNumbers(5));
        int keptBack = attack.cell(small);
        int shown = attack.known(large, false, large, large);
        attack.sum(attack.known(small + large, false, small + large, small + large), List.of(keptBack, shown));
        attack.goOn();
        assertThat(attack.found()).containsExactly((long) small);
    }

    @Example
    void classesSharesAndDays() {
        SmallNumbers five = new SmallNumbers(5);
        assertThat(texts(five, 0, 1, 4, 5, 9, 10, 1234))
                .containsExactly("5件未満", "5件未満", "5件未満", "5〜9件", "5〜9件", "10〜14件", "1,230〜1,234件");
        assertThat(List.of(
                        five.count(List.of(4L, 4L)).text(),
                        five.count(List.of(4L, 4L, 4L)).text(),
                        five.count(List.of(1L, 1L, 1L)).text(),
                        five.count(List.of(7L, 8L)).text()))
                .containsExactly("秘匿", "5件以上", "5件未満", "15〜19件");
        assertThat(texts(new SmallNumbers(7), 9, 10)).containsExactly("10件未満", "10〜19件");
        assertThat(five.share(5, 10).text()).isEqualTo("50%");
        assertThat(List.of(five.share(4, 10), five.share(9, 10), five.share(5, 9)))
                .containsOnly(Figure.NONE);
        WaitedDays nine = new WaitedDays();
        nine.add(3, 9);
        assertThat(five.days(nine, 0.5)).isEqualTo(Figure.NONE);
        nine.add(40, 1);
        assertThat(five.days(nine, 0.5).text()).isEqualTo("3日");
        assertThat(five.days(nine, 1)).as("one person's").isEqualTo(Figure.NONE);
    }

    @Property(tries = 300)
    void periodsNeverOverlapInPart(@ForAll @IntRange(max = 1500) int from, @ForAll @IntRange(max = 900) int days) {
        LocalDate first = LocalDate.of(2024, 1, 1).plusDays(from);
        HeatFilter asked = new HeatFilter(first, first.plusDays(days), "saeki", "r", "s", true, 2);
        HeatFilter shown = SmallNumbers.widened(asked);
        int months = (shown.to().getYear() - shown.from().getYear()) * 12
                + shown.to().getMonthValue()
                - shown.from().getMonthValue()
                + 1;
        assertThat(months).isIn(1, QUARTER, MONTHS);
        assertThat((shown.from().getMonthValue() - 1) % QUARTER)
                .isEqualTo(months == 1 ? (shown.from().getMonthValue() - 1) % QUARTER : 0);
        assertThat(months < MONTHS || shown.from().getMonthValue() == 4).isTrue();
        assertThat(shown.from().getDayOfMonth()).isEqualTo(1);
        assertThat(shown.to().plusDays(1).getDayOfMonth()).isEqualTo(1);
        assertThat(asked.to()).isBetween(shown.from(), shown.to());
        assertThat(new Object[] {shown.worker(), shown.emergency(), shown.version()})
                .containsOnlyNulls();
    }

    /** Counts by step and month, mostly small. */
    @Provide
    Arbitrary<List<List<Long>>> counts() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.longs().between(0, 4)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(4L, 9L, 5L)),
                net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(5, 40)));
        return count.list().ofSize(MONTHS).list().ofMinSize(1).ofMaxSize(STEPS);
    }

    /** What the pages show: of each step months, quarters and the year; of what is open now each step, the total and a service. */
    private static Differencing attack(List<List<Long>> counts, Showing showing) {
        Differencing attack = new Differencing(showing);
        for (List<Long> of : counts) {
            int[] months = of.stream().mapToInt(attack::cell).toArray();
            List<Integer> quarters = IntStream.range(0, MONTHS / QUARTER)
                    .mapToObj(quarter -> {
                        int whole = attack.cell(sum(of.subList(quarter * QUARTER, (quarter + 1) * QUARTER)));
                        attack.sum(
                                whole,
                                IntStream.range(quarter * QUARTER, (quarter + 1) * QUARTER)
                                        .mapToObj(month -> months[month])
                                        .toList());
                        return whole;
                    })
                    .toList();
            int year = attack.cell(sum(of));
            attack.sum(year, quarters);
            attack.sum(year, IntStream.of(months).boxed().toList());
        }
        List<Long> open = counts.stream().map(of -> of.get(0)).toList();
        List<Integer> cells = open.stream().map(attack::cell).toList();
        attack.total(cells, open);
        for (int i = 0; i < open.size(); i++) {
            attack.part(attack.cell(open.get(i) / 2), cells.get(i));
        }
        return attack;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> texts(Showing showing, long... counts) {
        return LongStream.of(counts)
                .mapToObj(count -> showing.count(List.of(count)).text())
                .toList();
    }
}
