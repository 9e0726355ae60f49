package jp.tsunagu.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of support with their names as of a date: laws rename them (家計相談支援 → 家計改善支援, 2018). Dated master data. */
@Component
public class ServiceCatalogue {

    private final JdbcClient database;
    private final RarelyChanged known;

    private record NamesOn(String municipality, LocalDate day) {}

    ServiceCatalogue(JdbcClient database, RarelyChanged known) {
        this.database = database;
        this.known = known;
    }

    /** Code → Japanese name of what can be put into a plan on this day, in the order of 第4号様式. */
    public Map<String, String> on(String municipality, LocalDate day) {
        return known.read(new NamesOn(municipality, day), () -> read(municipality, day));
    }

    private Map<String, String> read(String municipality, LocalDate day) {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql("""
                        select code, name from service_catalogue
                        where municipality = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by position
                        """)
                .params(municipality, day, day)
                .query((row, number) -> names.put(row.getString(1), row.getString(2)))
                .list();
        return Collections.unmodifiableMap(names);
    }

    /** The name of one service; its code where the catalogue does not know it on this day. */
    public String name(String municipality, String code, LocalDate day) {
        return Optional.ofNullable(on(municipality, day).get(code)).orElse(code);
    }
}
