package jp.tsunagu.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table {@code account}. */
@Component
public class AccountTable {

    private static final String COLUMNS =
            "contractor, ends_on, must_change_password, password_changed_at, locked_until,"
                    + " last_login_at, generation, external, external_id";

    private final JdbcClient database;
    private final Clock clock;

    AccountTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The account as it stands; one without a row is an ordinary local account. */
    public AccountState of(String user) {
        return database.sql("select " + COLUMNS + " from account where user_id = ?")
                .params(user)
                .query(AccountTable::state)
                .optional()
                .orElse(AccountState.ORDINARY);
    }

    /** Whose account this is at the identity provider. */
    public Optional<String> ofExternal(String externalId) {
        return database.sql("select user_id from account where external_id = ?")
                .params(externalId)
                .query(String.class)
                .optional();
    }

    /** Who the account works for, and until when; a contractor's account always ends. Sessions begin anew. */
    public void work(String user, boolean contractor, LocalDate endsOn) {
        database.sql(
                        "insert into account (user_id, contractor, ends_on, generation) values (:user, :contractor, :day, 1)"
                                + " on conflict (user_id) do update set contractor = :contractor, ends_on = :day,"
                                + " generation = account.generation + 1")
                .param("user", user)
                .param("contractor", contractor)
                .param("day", endsOn, Types.DATE)
                .update();
    }

    /** Another password counts from now on, and no session that began with the one before. */
    public void passwordChanged(String user, boolean mustChange) {
        database.sql(
                        "insert into account (user_id, must_change_password, password_changed_at, generation)"
                                + " values (:user, :must, :now, 1) on conflict (user_id) do update set"
                                + " must_change_password = :must, password_changed_at = :now, generation = account.generation + 1")
                .param("user", user)
                .param("must", mustChange)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Nobody logs in with this account any more, and its sessions are over. */
    public void lock(String user) {
        database.sql(
                        "insert into account (user_id, locked_until, generation) values (?, 'infinity', 1)"
                                + " on conflict (user_id) do update set locked_until = 'infinity', generation = account.generation + 1")
                .params(user)
                .update();
    }

    public void unlock(String user) {
        database.sql("update account set locked_until = null where user_id = ?")
                .params(user)
                .update();
    }

    /** Every session of this account is over at its next request, on every node. */
    public void endSessions(String user) {
        database.sql("insert into account (user_id, generation) values (?, 1)"
                        + " on conflict (user_id) do update set generation = account.generation + 1")
                .params(user)
                .update();
    }

    public void loggedIn(String user) {
        database.sql("insert into account (user_id, last_login_at) values (:user, :now)"
                        + " on conflict (user_id) do update set last_login_at = :now")
                .param("user", user)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether this account may log in at the identity provider; whoever it was there is forgotten when it may not. */
    public void external(String user, boolean allowed) {
        database.sql("insert into account (user_id, external) values (:user, :allowed) on conflict (user_id) do update"
                        + " set external = :allowed,"
                        + " external_id = case when :allowed then account.external_id end")
                .param("user", user)
                .param("allowed", allowed)
                .update();
    }

    /** From the first login there on, the account is that person's. */
    public void bind(String user, String externalId) {
        database.sql("update account set external_id = ? where user_id = ? and external and external_id is null")
                .params(externalId, user)
                .update();
    }

    private static AccountState state(ResultSet row, int number) throws SQLException {
        return new AccountState(
                row.getBoolean("contractor"),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("must_change_password"),
                instant(row, "password_changed_at"),
                instant(row, "locked_until"),
                instant(row, "last_login_at"),
                row.getLong("generation"),
                row.getBoolean("external"),
                row.getString("external_id"));
    }

    /** Infinity comes as {@link OffsetDateTime#MAX}, which lies within what an instant can hold. */
    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
