package jp.tsunagu.casefile.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of the installation. Two are derived from it (HKDF with SHA-256, RFC 5869), each for one purpose, and a name that tells nothing. */
final class DataKey {

    static final int BYTES = 32;
    static final int ID_BYTES = 4;

    private static final String HMAC = "HmacSHA256";

    private final byte[] id;
    private final SecretKey sealing;
    private final SecretKey index;

    DataKey(byte[] secret) {
        byte[] extracted = hmac(new byte[BYTES], secret);
        id = Arrays.copyOf(derived(extracted, "tsunagu key id"), ID_BYTES);
        sealing = new SecretKeySpec(derived(extracted, "tsunagu column"), "AES");
        index = new SecretKeySpec(derived(extracted, "tsunagu blind index"), HMAC);
    }

    private static byte[] derived(byte[] extracted, String label) {
        byte[] info = label.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(extracted, block);
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        return mac(new SecretKeySpec(key, HMAC)).doFinal(content);
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in every value that was sealed with it. */
    byte[] idBytes() {
        return id.clone();
    }

    /** The same for people. */
    String id() {
        return HexFormat.of().formatHex(id);
    }

    SecretKey sealing() {
        return sealing;
    }

    Mac index() {
        return mac(index);
    }
}
