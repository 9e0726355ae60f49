package jp.tsunagu.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.engine.NamedOnly;
import jp.tsunagu.engine.RarelyChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 制限ケース (EV8): who may know of a case that only named persons may know of, and who has its address and telephone open at this
 * moment. The one flag that all lists, pages, papers and exports go by (I-14); in SQL it is {@code hidden_from} and
 * {@code is_restricted} (V37).
 */
@Component
public class RestrictedCases implements NamedOnly {

    private final JdbcClient database;
    private final RarelyChanged known;
    private final Clock clock;

    private record NamedByCase() {}

    RestrictedCases(JdbcClient database, RarelyChanged known, Clock clock) {
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    private Map<String, Set<String>> named() {
        return known.read(new NamedByCase(), this::read);
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> named = new TreeMap<>();
        database.sql("""
                        select r.case_number, n.user_id from case_restriction r
                        left join case_restriction_named n on n.restriction_id = r.id and n.until is null
                        where r.ended_at is null
                        """).query(row -> {
            Set<String> ofCase = named.computeIfAbsent(row.getString(1), first -> new TreeSet<>());
            if (row.getString(2) != null) {
                ofCase.add(row.getString(2));
            }
        });
        return Map.copyOf(named);
    }

    @Override
    public boolean isRestricted(String caseNumber) {
        return named().containsKey(caseNumber);
    }

    @Override
    public boolean isHiddenFrom(String user, String caseNumber) {
        Set<String> ofCase = named().get(caseNumber);
        return ofCase != null && !ofCase.contains(user);
    }

    @Override
    public List<String> openTo(String user) {
        return named().entrySet().stream()
                .filter(restricted -> restricted.getValue().contains(user))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> all() {
        return List.copyOf(named().keySet());
    }

    @Override
    public List<String> between(OffsetDateTime from, OffsetDateTime to) {
        return database.sql("""
                        select distinct case_number from case_restriction
                        where set_at < :to and (ended_at is null or ended_at >= :from)
                        """)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
    }

    /** Those of these cases that this person must not know of. */
    public Set<String> hiddenFrom(String user) {
        return named().entrySet().stream()
                .filter(restricted -> !restricted.getValue().contains(user))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Who is named in a case; empty if it is not restricted. */
    public Set<String> namedIn(String caseNumber) {
        return named().getOrDefault(caseNumber, Set.of());
    }

    /** True if this person sees no address, telephone or place of this case now: it is restricted, and they have not opened it. */
    public boolean hidesPlaces(String user, String caseNumber) {
        return isRestricted(caseNumber) && !hasUnlocked(user, caseNumber);
    }

    private boolean hasUnlocked(String user, String caseNumber) {
        return database.sql("""
                        select exists (select 1 from case_unlock
                          where user_id = ? and case_number = ? and at <= ? and until > ?)
                        """)
                .params(user, caseNumber, OffsetDateTime.now(clock), OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
