package jp.tsunagu.access.login;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From where each account has logged in rightly within the last 90 days. Some thousand pairs: all of them are held in memory,
 * and read anew now and then for what the other node has learnt.
 */
@Component
class KnownAddresses {

    private static final Duration READ_ANEW = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Elapsed elapsed;
    private volatile Known known;

    private record Known(Set<String> pairs, long at) {}

    KnownAddresses(JdbcClient database, Elapsed elapsed) {
        this.database = database;
        this.elapsed = elapsed;
    }

    boolean contains(String user, String address) {
        return present().pairs().contains(pair(user, address));
    }

    /** A right password came from there. */
    void remember(String user, String address) {
        int kept = database.sql("insert into account_address as k (user_id, address, last_at) values (?, ?, now())"
                        + " on conflict (user_id, address) do update set last_at = now()"
                        + " where k.last_at < now() - interval '1 day'")
                .params(user, address)
                .update();
        if (kept > 0) {
            present().pairs().add(pair(user, address));
            database.sql("delete from account_address where last_at < now() - interval '90 days'")
                    .update();
        }
    }

    private Known present() {
        Known present = known;
        if (present == null || elapsed.nanos() - present.at() > READ_ANEW.toNanos()) {
            Set<String> pairs = ConcurrentHashMap.newKeySet();
            pairs.addAll(database.sql(
                            "select user_id, address from account_address where last_at > now() - interval '90 days'")
                    .query((row, number) -> pair(row.getString(1), row.getString(2)))
                    .list());
            present = new Known(pairs, elapsed.nanos());
            known = present;
        }
        return present;
    }

    private static String pair(String user, String address) {
        return user + "\n" + address;
    }
}
