package jp.tsunagu.access.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what with which account. Rows are only added. */
@Component
public class AccountActs {

    private static final int SHOWN = 30;

    private final JdbcClient database;
    private final Clock clock;

    AccountActs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One act, as it is shown. */
    record Line(OffsetDateTime at, String by, String act) {}

    /**
     * Adds an act.
     *
     * @param act a fixed Japanese word, never a password or a name
     */
    public void add(String by, String user, String act) {
        database.sql("insert into account_act (at, by_user, user_id, act) values (?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), by, user, act)
                .update();
    }

    /** The last ones of an account, newest first. */
    List<Line> of(String user) {
        return database.sql(
                        "select at, by_user, act from account_act where user_id = ? order by id desc limit " + SHOWN)
                .params(user)
                .query((row, number) ->
                        new Line(row.getObject(1, OffsetDateTime.class), row.getString(2), row.getString(3)))
                .list();
    }
}
