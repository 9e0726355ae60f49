package jp.tsunagu.access.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jp.tsunagu.engine.AccountChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what with which account or group. Rows are only added, in the transaction of the act. */
@Component
public class AccountActs {

    private static final int SHOWN = 30;
    private static final String COLUMNS = "select at, by_user, group_id, act from account_act";

    private final JdbcClient database;
    private final Clock clock;

    AccountActs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One act, as it is shown.
     *
     * @param group the group it was about; null if it was about the account alone
     */
    record Line(OffsetDateTime at, String by, String group, String act) {}

    /**
     * Adds an act on our own page.
     *
     * @param act a fixed Japanese word, never a password or a name
     */
    void add(String by, String user, String act) {
        insert(by, user, null, act);
    }

    /** Adds what was done at a door of the engine, in the same words. */
    public void add(String by, AccountChange change) {
        insert(by, change.user(), change.group(), word(change.kind()));
    }

    private static String word(AccountChange.Kind kind) {
        return switch (kind) {
            case ACCOUNT_MADE -> "利用者の登録";
            case ACCOUNT_CHANGED -> "登録内容の変更";
            case ACCOUNT_UNLOCKED -> "利用の再開";
            case ACCOUNT_DELETED -> "利用者の削除";
            case PASSWORD_SET -> "パスワードの設定";
            case JOINED -> "役割を付けた";
            case LEFT -> "役割を外した";
            case GROUP_MADE -> "グループの登録";
            case GROUP_CHANGED -> "グループの変更";
            case GROUP_DELETED -> "グループの削除";
        };
    }

    private void insert(String by, String user, String group, String act) {
        database.sql("insert into account_act (at, by_user, user_id, group_id, act) values (?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), by, user, group, act)
                .update();
    }

    /** The last ones of an account, newest first. */
    List<Line> of(String user) {
        return lines(database.sql(COLUMNS + " where user_id = ? order by id desc limit " + SHOWN)
                .params(user));
    }

    /** The last ones of groups themselves, newest first. */
    List<Line> ofGroups() {
        return lines(database.sql(COLUMNS + " where user_id is null order by id desc limit " + SHOWN));
    }

    private static List<Line> lines(JdbcClient.StatementSpec question) {
        return question.query((row, number) -> new Line(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("by_user"),
                        row.getString("group_id"),
                        row.getString("act")))
                .list();
    }
}
