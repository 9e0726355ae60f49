package jp.tsunagu.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.BlindIndex;
import jp.tsunagu.casefile.crypt.IndexRebuild;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.UnreadableException;
import jp.tsunagu.casefile.crypt.Vault;
import jp.tsunagu.engine.StartUpStep;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes that anew by which people are found. At a start: those entered before there was such a search, and all of them after
 * a line was added to the table of 異体字; else it finds nothing to do. After a change of keys: all that were hashed with the former
 * one, which is searched as well meanwhile.
 */
@Component
@Order(StartUpStep.FILTERS)
class FoldedNames implements StartUpStep, IndexRebuild {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate database;
    private final Vault vault;
    private final BlindIndex index;

    private record Named(UUID id, String name, String kana, String birthDate) {}

    FoldedNames(JdbcTemplate database, Vault vault, BlindIndex index) {
        this.database = database;
        this.vault = vault;
        this.index = index;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = fold("search_rules <> ? or search_key is null", NameFolding.RULES) > 0;
        }
    }

    @Override
    public int rebuildSome() {
        return fold("search_key <> ?", index.key());
    }

    /** Whose name somebody is changing at this moment is folded by that change; whose cannot be read waits for the right key. */
    private int fold(String which, Object than) {
        List<Named> others = database
                .query(
                        "select id, name, kana, birth_date from person where " + which
                                + " limit ? for no key update skip locked",
                        this::named,
                        than,
                        AT_ONCE)
                .stream()
                .flatMap(Optional::stream)
                .toList();
        database.batchUpdate(
                "update person set search_parts = ?, search_birth = ?, search_rules = ?, search_key = ? where id = ?",
                others.stream().map(this::searched).toList());
        return others.size();
    }

    private Optional<Named> named(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        try {
            return Optional.of(new Named(
                    id,
                    vault.text(Place.of("person.name", id), row.getBytes(2)),
                    vault.text(Place.of("person.kana", id), row.getBytes(3)),
                    vault.text(Place.of("person.birth_date", id), row.getBytes(4))));
        } catch (UnreadableException e) {
            // told where it is sealed anew (Resealing), and to whoever opens the case
            return Optional.empty();
        }
    }

    private Object[] searched(Named one) {
        return new Object[] {
            index.of(NameParts.of(one.name(), one.kana())),
            one.birthDate() == null ? null : index.of(LocalDate.parse(one.birthDate())),
            NameFolding.RULES,
            index.key(),
            one.id()
        };
    }
}
