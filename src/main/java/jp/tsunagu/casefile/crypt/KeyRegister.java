package jp.tsunagu.casefile.crypt;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys the database was sealed with. A key that is still needed and is not given, or is another, stops the start. */
@Component
class KeyRegister {

    private static final String PROOF = "Tsunagu";

    private final JdbcClient database;
    private final DataKeys keys;
    private final Vault vault;
    private final Clock clock;

    KeyRegister(JdbcClient database, DataKeys keys, Vault vault, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.vault = vault;
        this.clock = clock;
    }

    private record Known(String id, byte[] proof) {}

    /**
     * Takes the first key into the register.
     *
     * @throws KeysException if a key is missing that something here was sealed with
     */
    void check() {
        Set<String> given = keys.all().stream().map(DataKey::id).collect(Collectors.toSet());
        List<Known> needed = database.sql("select id, proof from data_key where retired_at is null order by rank")
                .query((row, number) -> new Known(row.getString(1), row.getBytes(2)))
                .list();
        for (Known key : needed) {
            if (!given.contains(key.id())) {
                throw new KeysException("データの一部が鍵 " + key.id()
                        + " で暗号化されていますが、TSUNAGU_DATA_KEYS にその鍵がありません。つなぐは起動しません。"
                        + "これまでの鍵を、新しい鍵のうしろに残してください。データは何も変わっていません。");
            }
            vault.text(place(key.id()), key.proof());
        }
        String first = keys.first().id();
        database.sql("""
                        insert into data_key (id, proof, since) values (?, ?, ?) on conflict (id) do update
                        set rank = case when data_key.retired_at is null then data_key.rank else excluded.rank end,
                          retired_at = null""")
                .params(first, vault.seal(place(first), PROOF), OffsetDateTime.now(clock))
                .update();
    }

    /** While nodes are restarted one by one, some still have the former key first: only the newest key takes over the rest. */
    boolean isFirstTheNewest() {
        return database.sql("select id from data_key order by rank desc limit 1")
                .query(String.class)
                .optional()
                .filter(keys.first().id()::equals)
                .isPresent();
    }

    private static Place place(String id) {
        return new Place("data_key.proof", id);
    }

    /** Everything is sealed with the first key: the others are no longer needed. Returns those of which that was not known yet. */
    List<String> retireOthers() {
        return database.sql("update data_key set retired_at = ? where id <> ? and retired_at is null returning id")
                .params(OffsetDateTime.now(clock), keys.first().id())
                .query(String.class)
                .list();
    }
}
