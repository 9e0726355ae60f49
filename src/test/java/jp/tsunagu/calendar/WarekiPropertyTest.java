package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WarekiPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS_TO_2099 = 73_048;

    @Property(tries = 1000)
    void whatIsWrittenCanBeRead(@ForAll @IntRange(max = DAYS_TO_2099) int offset) {
        LocalDate day = FIRST.plusDays(offset);

        assertThat(Wareki.parse(Wareki.format(day))).contains(day);
        assertThat(Wareki.parse(Wareki.formatWithWeekday(day))).contains(day);
        assertThat(Wareki.parse(day.toString())).contains(day);
        assertThat(Wareki.parse(day.toString().replace("-", ""))).contains(day);
    }

    @Property(tries = 1000)
    void anyTextIsAnsweredWithoutAnError(@ForAll String text) {
        assertThatCode(() -> Wareki.parse(text)).doesNotThrowAnyException();
    }
}
