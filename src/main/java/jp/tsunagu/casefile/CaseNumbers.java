package jp.tsunagu.casefile;

import java.time.LocalDate;
import jp.tsunagu.calendar.Wareki;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out case numbers: 令和 fiscal year and a serial, e.g. {@code R8-00042}. The digits say nothing about the person. The
 * row lock on the series makes two counters at two desks impossible.
 */
@Component
class CaseNumbers {

    private final JdbcClient database;

    CaseNumbers(JdbcClient database) {
        this.database = database;
    }

    String next(String municipality, LocalDate receivedOn) {
        int reiwa = Wareki.fiscalYear(receivedOn).reiwa();
        int serial = database.sql("""
                        insert into case_number_series (municipality, fiscal_year, last_serial) values (?, ?, 1)
                        on conflict (municipality, fiscal_year)
                        do update set last_serial = case_number_series.last_serial + 1
                        returning last_serial
                        """)
                .params(municipality, reiwa)
                .query(Integer.class)
                .single();
        return "R%d-%05d".formatted(reiwa, serial);
    }
}
