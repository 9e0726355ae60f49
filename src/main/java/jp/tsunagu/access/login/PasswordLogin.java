package jp.tsunagu.access.login;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.log.Origin;
import jp.tsunagu.engine.Credentials;
import jp.tsunagu.engine.Credentials.Stored;
import org.springframework.stereotype.Component;

/** Whether a password is right, for every door at which one can be given. */
@Component
public class PasswordLogin {

    /** Longer ones are nobody's; hashing them would cost us more than the sender. */
    private static final int LONGEST = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Credentials credentials;
    private final TryLimits limits;
    private final VerifiedPasswords verified;
    private final AccessLog log;
    private final Semaphore hashing;

    PasswordLogin(
            Credentials credentials,
            TryLimits limits,
            VerifiedPasswords verified,
            AccessLog log,
            LoginSettings settings) {
        this.credentials = credentials;
        this.limits = limits;
        this.verified = verified;
        this.log = log;
        this.hashing = new Semaphore(settings.hashesAtOnce(), true);
    }

    /**
     * Compares a password with the account's; with nobody's if there is no such account, which takes as long.
     *
     * @param generation of the account at this moment ({@code AccountState})
     * @param address from where it came, as the server sees it; null if nobody asked over HTTP
     * @throws TooManyTriesException if it was not compared, because passwords are tried too fast
     */
    public boolean matches(String user, String password, long generation, String address) {
        if (user.length() > LONGEST || password.length() > LONGEST) {
            return false;
        }
        if (verified.contains(user, password, generation)) {
            return true;
        }
        TryLimits.Try attempt = limits.begin(user, ClientAddress.network(address));
        Optional<Stored> stored = credentials.of(user);
        if (!compared(password, stored, attempt)) {
            // of nobody's name nothing is written down: it may be a password in the wrong field
            stored.ifPresent(account -> log.record(user, null, "ログイン失敗", null));
            return false;
        }
        attempt.right();
        credentials.renew(user, password, stored.orElseThrow());
        verified.add(user, password, generation);
        return true;
    }

    /** The same within a request that has got past the login. */
    boolean matches(String user, String password, long generation) {
        return matches(user, password, generation, Origin.address());
    }

    /** Few at a time: a comparison takes memory and a processor, and others are at work. */
    private boolean compared(String password, Optional<Stored> stored, TryLimits.Try attempt) {
        if (!turn()) {
            attempt.giveBack();
            throw new TooManyTriesException(PATIENCE);
        }
        try {
            return credentials.matches(password, stored);
        } finally {
            hashing.release();
        }
    }

    private boolean turn() {
        try {
            return hashing.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
