package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CalendarConfigurationTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 9, 19);

    @Test
    void worksWithoutAnyTable() {
        assertThat(openOnSaturday(context())).isFalse();
    }

    @Test
    void givesWayToATable() {
        AnnotationConfigApplicationContext context = context();
        context.registerBean(
                "table",
                CalendarOverrides.class,
                () -> (municipality, day) ->
                        Optional.of(municipality).filter("minato"::equals).map(known -> true));

        assertThat(openOnSaturday(context)).isTrue();
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(CalendarConfiguration.class, WorkingDays.class);
        context.registerBean(Clock.class, Clock::systemUTC);
        return context;
    }

    private static boolean openOnSaturday(AnnotationConfigApplicationContext context) {
        try (context) {
            context.refresh();
            return context.getBean("workingDays", WorkingDays.class).isOpen(SATURDAY);
        }
    }
}
