package jp.tsunagu.procedure.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was found out last about the running cases, per 改定案. */
@Component
public class Effects {

    private final JdbcClient database;
    private final Publications publications;
    private final Clock clock;

    Effects(JdbcClient database, Publications publications, Clock clock) {
        this.database = database;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * A look at the running cases.
     *
     * @param fresh false if the files or the 経過措置 have changed since
     */
    public record Look(String by, OffsetDateTime at, boolean fresh, List<Effect> effects) {

        /** Class → number of cases; classes without any too. */
        public Map<EffectClass, Integer> counts() {
            Map<EffectClass, Integer> counts = new EnumMap<>(EffectClass.class);
            for (EffectClass as : EffectClass.values()) {
                counts.put(as, cases(as));
            }
            return counts;
        }

        private int cases(EffectClass as) {
            return effects.stream()
                    .filter(effect -> effect.as() == as)
                    .mapToInt(effect -> effect.cases().size())
                    .sum();
        }
    }

    public Optional<Look> last(int draft) {
        List<Effect> effects = database.sql(
                        "select class, reason, places, gone, cases from procedure_effect where draft_id = ? order by number")
                .param(draft)
                .query((row, number) -> effect(row))
                .list();
        String mark = mark(draft);
        return database.sql("select looked_by, looked_at, mark from procedure_effect_look where draft_id = ?")
                .param(draft)
                .query((row, number) -> new Look(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class),
                        mark.equals(row.getString(3)),
                        effects))
                .optional();
    }

    /** @param mark of what was looked at ({@link #mark}) */
    @Transactional
    public void keep(int draft, List<Effect> effects, String mark, String person) {
        database.sql("delete from procedure_effect where draft_id = ?")
                .param(draft)
                .update();
        int number = 0;
        for (Effect effect : effects) {
            database.sql("""
                            insert into procedure_effect (draft_id, number, class, reason, places, gone, cases)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            draft,
                            number++,
                            effect.as().name(),
                            effect.reason(),
                            effect.places().toArray(String[]::new),
                            effect.gone().toArray(String[]::new),
                            effect.cases().toArray(String[]::new))
                    .update();
        }
        database.sql("""
                        insert into procedure_effect_look (draft_id, looked_by, looked_at, mark) values (?, ?, ?, ?)
                        on conflict (draft_id) do update set looked_by = excluded.looked_by, looked_at = excluded.looked_at,
                          mark = excluded.mark""").params(draft, person, OffsetDateTime.now(clock), mark).update();
    }

    /** Changes with the files of the 改定案, its 経過措置 and the procedure in force. */
    String mark(int draft) {
        String files = database.sql("select coalesce(string_agg(name || ':' || revision, ',' order by name), '') "
                        + "from procedure_draft_file where draft_id = ?")
                .param(draft)
                .query(String.class)
                .single();
        return Integer.toHexString(Objects.hash(
                files,
                publications.of(draft).transition().toString(),
                database.sql("select max(id) from procedure_set")
                        .query(Integer.class)
                        .single()));
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                EffectClass.valueOf(row.getString(1)), row.getString(2), texts(row, 3), texts(row, 4), texts(row, 5));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
