package jp.tsunagu.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What holds until another part of the application brings a table of its own. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @Fallback
    CalendarOverrides noCalendarOverrides() {
        return CalendarOverrides.none();
    }

    @Bean
    @Fallback
    ClosingDays yearEndClosingDays() {
        return ClosingDays.yearEnd();
    }
}
