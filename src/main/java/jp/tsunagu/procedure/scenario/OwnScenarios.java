package jp.tsunagu.procedure.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scenarios that the ward wrote itself. */
@Component
class OwnScenarios {

    /** All of them run one after the other before a procedure is published. */
    static final int MOST = 200;

    private static final String COLUMNS = "id, source, revision, changed_by, changed_at";
    private static final String TAKEN = "id「%s」の例題は、もうあります。別の id にしてください。";
    private static final String STALE = "この間に、ほかの人がこの例題を変えたか消しました。あなたの変更は保存していません。入力を控えてから、例題を開き直してください。";

    private final JdbcClient database;
    private final PackagedScenarios packaged;
    private final Clock clock;

    OwnScenarios(JdbcClient database, PackagedScenarios packaged, Clock clock) {
        this.database = database;
        this.packaged = packaged;
        this.clock = clock;
    }

    List<KeptScenario> all() {
        return database.sql("select " + COLUMNS + " from scenario order by id")
                .query((row, number) -> scenario(row))
                .list();
    }

    /**
     * Adds one.
     *
     * @return its id
     * @throws MalformedScenarioException if the text is no scenario, or there is one of this id
     */
    @Transactional
    String add(String source, String person) {
        Scenario scenario = read(source);
        if (packaged.has(scenario.id())) {
            throw new MalformedScenarioException(1, TAKEN.formatted(scenario.id()));
        }
        if (database.sql("select count(*) from scenario").query(Integer.class).single() >= MOST) {
            throw new MalformedScenarioException(1, "例題は" + MOST + "件までです。使わないものを消してください。");
        }
        int added = database.sql("insert into scenario (" + COLUMNS + ") values (?, ?, 1, ?, ?) on conflict do nothing")
                .params(scenario.id(), source, person, OffsetDateTime.now(clock))
                .update();
        if (added == 0) {
            throw new MalformedScenarioException(1, TAKEN.formatted(scenario.id()));
        }
        return scenario.id();
    }

    /**
     * Changes one.
     *
     * @param seen the revision that was changed
     * @throws MalformedScenarioException if the text is no scenario, has another id, or somebody else was faster
     */
    @Transactional
    void change(String id, String source, int seen, String person) {
        if (!read(source).id().equals(id)) {
            throw new MalformedScenarioException(1, "id は変えられません（今は「" + id + "」）。別の id にするときは、写しを作ってください。");
        }
        int changed = database.sql("""
                        update scenario set source = ?, revision = revision + 1, changed_by = ?, changed_at = ?
                        where id = ? and revision = ?""")
                .params(source, person, OffsetDateTime.now(clock), id, seen)
                .update();
        if (changed == 0) {
            throw new MalformedScenarioException(1, STALE);
        }
    }

    private Scenario read(String source) {
        Scenario scenario = ScenarioReader.read(source);
        if (scenario.replaces() != null && !packaged.has(scenario.replaces())) {
            throw new MalformedScenarioException(
                    1, "「代わり」には、製品の例題の id を書きます。「" + scenario.replaces() + "」という製品の例題はありません。");
        }
        return scenario;
    }

    /** @return false if somebody changed or deleted it meanwhile */
    @Transactional
    boolean delete(String id, int seen) {
        return database.sql("delete from scenario where id = ? and revision = ?")
                        .params(id, seen)
                        .update()
                == 1;
    }

    private static KeptScenario scenario(ResultSet row) throws SQLException {
        return KeptScenario.own(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class));
    }
}
