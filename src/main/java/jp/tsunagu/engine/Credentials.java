package jp.tsunagu.engine;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The stored passwords of the engine's accounts. Read without a command of the engine, as it takes a while to compare one: no
 * transaction and no connection is held meanwhile.
 */
@Component
public class Credentials {

    /** The name of the scheme that new passwords are stored by. */
    public static final String SCHEME = "argon2";

    private static final String ENGINES_OWN = "{SHA-512}";

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Supplier<String> ofNobody;

    Credentials(JdbcClient database, PasswordEncoder encoder) {
        this.database = database;
        this.encoder = encoder;
        this.ofNobody =
                SingletonSupplier.of(() -> encoder.encode(UUID.randomUUID().toString()));
    }

    /** A password as it is stored. */
    public record Stored(String hash, String salt) {

        boolean isOld() {
            return hash.startsWith(ENGINES_OWN);
        }

        String salted(String password) {
            return salt == null ? password : password + salt;
        }

        boolean isOldHashOf(String password) {
            return new Sha512HashDigest().check(salted(password), hash.substring(ENGINES_OWN.length()));
        }
    }

    /** Empty if there is no such account or it has no password. */
    public Optional<Stored> of(String user) {
        return database.sql("select pwd_, salt_ from act_id_user where id_ = ? and pwd_ is not null")
                .params(user)
                .query((row, number) -> new Stored(row.getString(1), row.getString(2)))
                .optional();
    }

    /**
     * Takes as long as the scheme wants, also where there is no account or a hash of the old, quick scheme: the time tells
     * nobody which accounts exist.
     */
    public boolean matches(String password, Optional<Stored> stored) {
        if (stored.isPresent() && !stored.get().isOld()) {
            return encoder.matches(stored.get().salted(password), stored.get().hash());
        }
        encoder.matches(password, ofNobody.get());
        return stored.isPresent() && stored.get().isOldHashOf(password);
    }

    /** A password that was right is stored anew where its hash is of an older scheme or weaker than is usual now. */
    public void renew(String user, String password, Stored stored) {
        if (stored.isOld() || encoder.upgradeEncoding(stored.hash())) {
            database.sql("update act_id_user set pwd_ = ?, salt_ = '' where id_ = ? and pwd_ = ?")
                    .params(encoder.encode(password), user, stored.hash())
                    .update();
        }
    }
}
