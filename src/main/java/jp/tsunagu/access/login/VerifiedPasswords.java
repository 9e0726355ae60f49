package jp.tsunagu.access.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Which passwords were right a moment ago. A machine sends its password with every request; comparing each of them with a
 * strong hash would take more than the request itself. Held is only a keyed hash, under a key that this process made for
 * itself, for five minutes or until the account's password, lock or groups change.
 */
@Component
class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Elapsed elapsed;
    private final SecretKeySpec key;
    private final Map<String, Verified> verified = new Bounded<>(MOST);

    private record Verified(byte[] mark, long generation, long at) {}

    VerifiedPasswords(Elapsed elapsed) {
        this.elapsed = elapsed;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * Whether this password was right a moment ago.
     *
     * @param generation of the account now: with another one the password is compared again
     */
    synchronized boolean contains(String user, String password, long generation) {
        Verified known = verified.get(user);
        return known != null
                && known.generation() == generation
                && elapsed.nanos() - known.at() < KEPT.toNanos()
                && MessageDigest.isEqual(known.mark(), mark(user, password));
    }

    synchronized void add(String user, String password, long generation) {
        verified.put(user, new Verified(mark(user, password), generation, elapsed.nanos()));
    }

    private byte[] mark(String user, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((user + "\n" + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
