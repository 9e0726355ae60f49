package jp.tsunagu.access.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of the seals, from the environment: {@code TSUNAGU_LOG_KEY} seals, {@code TSUNAGU_LOG_OLD_KEYS} only verify. Each
 * is {@code id:base64} with at least 32 bytes. Whoever may change the database but has no key cannot make a chain that fits.
 * Without a key the chain is a plain one: it shows a change, but not one by somebody who makes the whole chain anew.
 */
@Component
class LogKeys {

    /** Stands for no key. */
    static final String NONE = "-";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;
    private static final int LONGEST_ID = 40;
    private static final byte[] NO_SECRET = "tsunagu access log without a key".getBytes(StandardCharsets.UTF_8);

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String current;

    LogKeys(@Value("${tsunagu.access-log.key:}") String key, @Value("${tsunagu.access-log.old-keys:}") String oldKeys) {
        keys.put(NONE, new SecretKeySpec(NO_SECRET, ALGORITHM));
        Arrays.stream(oldKeys.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(this::add);
        current = key.isBlank() ? NONE : add(key.strip());
    }

    private String add(String text) {
        int colon = text.indexOf(':');
        String id = colon < 1 ? "" : text.substring(0, colon);
        byte[] secret = decoded(text.substring(colon + 1));
        if (id.isEmpty() || id.equals(NONE) || id.length() > LONGEST_ID || secret.length < LEAST_BYTES) {
            // the text itself is a secret and is not repeated
            throw new IllegalStateException(
                    "アクセス記録の鍵（TSUNAGU_LOG_KEY）は「名前:base64」の形で、32バイト以上にしてください（例: 2026:$(openssl rand -base64 32)）。");
        }
        keys.put(id, new SecretKeySpec(secret, ALGORITHM));
        return id;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** With which key is sealed now. */
    String current() {
        return current;
    }

    boolean hasKey() {
        return !current.equals(NONE);
    }

    /** Calculates with this key; empty if it is not known here. */
    Optional<Mac> mac(String id) {
        return Optional.ofNullable(keys.get(id)).map(LogKeys::mac);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
