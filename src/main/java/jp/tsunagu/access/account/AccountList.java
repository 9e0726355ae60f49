package jp.tsunagu.access.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts that somebody can log in with, in one question. */
@Component
class AccountList {

    private static final String QUESTION = """
            select u.id_, coalesce(u.first_, '') as family, coalesce(u.last_, '') as given, coalesce(u.email_, '') as email,
              coalesce((select string_agg(m.group_id_, ',' order by m.group_id_) from act_id_membership m
                where m.user_id_ = u.id_), '') as groups
            from act_id_user u where u.id_ <> :nobody and (cast(:user as varchar) is null or u.id_ = :user)
            order by u.id_
            """;

    private final JdbcClient database;
    private final AccountTable accounts;

    AccountList(JdbcClient database, AccountTable accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    List<AccountLine> all() {
        return read(null);
    }

    Optional<AccountLine> of(String user) {
        return read(user).stream().findFirst();
    }

    private List<AccountLine> read(String user) {
        Map<String, AccountState> states = accounts.all();
        return database.sql(QUESTION)
                .param("nobody", Accounts.NOBODY)
                .param("user", user)
                .query((row, number) -> new AccountLine(
                        row.getString("id_"),
                        row.getString("family"),
                        row.getString("given"),
                        row.getString("email"),
                        Stream.of(row.getString("groups").split(","))
                                .filter(group -> !group.isEmpty())
                                .toList(),
                        states.getOrDefault(row.getString("id_"), AccountState.ORDINARY)))
                .list();
    }
}
