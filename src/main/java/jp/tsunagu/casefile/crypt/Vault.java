package jp.tsunagu.casefile.crypt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals what a column holds and opens it again: AES-256-GCM under a random nonce, bound to its column and row.
 *
 * <p>A sealed value is a mark (1), the id of its key (4 bytes), the nonce (12) and what GCM makes of the content. Neither text
 * nor JSON nor any kind of scan begins with the mark: a value without it is one from before there was encryption, and is read as it
 * is until all have been sealed ({@link #refusePlain}).
 */
@Component
public class Vault {

    static final byte MARK = 1;
    static final int HEAD = 1 + DataKey.ID_BYTES;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final DataKeys keys;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean plainRefused;

    Vault(DataKeys keys) {
        this.keys = keys;
    }

    /** From now on every value has been sealed: one that is not was put there by somebody else. */
    void refusePlain(boolean refused) {
        plainRefused = refused;
    }

    /** Null stays null. */
    public byte[] seal(Place place, byte[] content) {
        if (content == null) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        DataKey key = keys.first();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
            ByteBuffer sealed = ByteBuffer.allocate(HEAD + NONCE + cipher.getOutputSize(content.length));
            sealed.put(MARK).put(key.idBytes()).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(content), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(Place place, String text) {
        return text == null ? null : seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was sealed; null stays null.
     *
     * @throws UnreadableException if its key is not there, or it is not what was sealed for this place
     */
    public byte[] open(Place place, byte[] stored) {
        if (stored == null) {
            return null;
        }
        if (!isSealed(stored)) {
            if (plainRefused) {
                throw UnreadableException.plain(place);
            }
            return stored;
        }
        byte[] id = Arrays.copyOfRange(stored, 1, HEAD);
        DataKey key = keys.of(id)
                .orElseThrow(() -> UnreadableException.noKey(
                        place, java.util.HexFormat.of().formatHex(id)));
        if (stored.length < HEAD + NONCE + TAG_BITS / 8) {
            throw UnreadableException.changed(place);
        }
        try {
            byte[] nonce = Arrays.copyOfRange(stored, HEAD, HEAD + NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(stored, HEAD + NONCE, stored.length - HEAD - NONCE);
        } catch (AEADBadTagException e) {
            throw UnreadableException.changed(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(Place place, byte[] stored) {
        byte[] content = open(place, stored);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    /** Whether the key that seals today has sealed it. */
    boolean isPresent(byte[] stored) {
        return stored == null
                || isSealed(stored)
                        && Arrays.equals(
                                Arrays.copyOfRange(stored, 1, HEAD),
                                keys.first().idBytes());
    }

    private static boolean isSealed(byte[] stored) {
        return stored.length >= HEAD && stored[0] == MARK;
    }

    private static Cipher cipher(int mode, DataKey key, byte[] nonce, Place place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }
}
