package jp.tsunagu.casefile;

import java.util.List;
import java.util.UUID;
import jp.tsunagu.engine.StartUpStep;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Folds the names that were folded by other rules than today's: those entered before there was a search, and all of them after
 * a line was added to the table of 異体字. At any other start it finds nothing to do.
 */
@Component
@Order(StartUpStep.FILTERS)
class FoldedNames implements StartUpStep {

    private static final int AT_ONCE = 2_000;

    private final JdbcTemplate database;

    private record Named(UUID id, String name, String kana) {}

    FoldedNames(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = foldSome();
        }
    }

    /** Whose name somebody is changing at this moment is folded by that change. */
    private boolean foldSome() {
        List<Named> others = database.query(
                "select id, name, kana from person where search_rules <> ? limit ? for no key update skip locked",
                (row, number) -> new Named(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                NameFolding.RULES,
                AT_ONCE);
        database.batchUpdate(
                "update person set search_text = ?, search_rules = ? where id = ?",
                others.stream()
                        .map(one ->
                                new Object[] {NameFolding.searched(one.name(), one.kana()), NameFolding.RULES, one.id()
                                })
                        .toList());
        return !others.isEmpty();
    }
}
