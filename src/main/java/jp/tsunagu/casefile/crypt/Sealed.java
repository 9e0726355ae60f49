package jp.tsunagu.casefile.crypt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** A value of an entity that the database holds sealed. It is opened when somebody asks for it, and only once. */
@Immutable
public final class Sealed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;
    private final byte[] stored;
    private final Place place;
    private volatile String text;
    private volatile JsonNode json;

    private Sealed(Vault vault, byte[] stored, Place place, String text) {
        this.vault = vault;
        this.stored = stored;
        this.place = place;
        this.text = text;
    }

    static Sealed stored(Vault vault, byte[] stored) {
        return new Sealed(vault, stored, null, null);
    }

    /** A new value; null stays null. */
    public static Sealed of(Place place, String text) {
        return text == null ? null : new Sealed(null, null, place, text);
    }

    /** A new value, which must not be changed any more. */
    public static Sealed of(Place place, JsonNode json) {
        Sealed sealed = new Sealed(null, null, place, json.toString());
        sealed.json = json;
        return sealed;
    }

    /** The present value if it says the same, so that nothing is written; else a new one. */
    public static Sealed changed(Sealed present, Place place, String text) {
        return Objects.equals(text(present, place), text) ? present : of(place, text);
    }

    /**
     * What it holds; null for null.
     *
     * @throws UnreadableException if it was sealed for another place, or cannot be opened
     */
    public static String text(Sealed sealed, Place place) {
        return sealed == null ? null : sealed.text(place);
    }

    private String text(Place at) {
        if (text == null) {
            text = vault.text(at, stored);
        } else if (place != null && !place.equals(at)) {
            throw UnreadableException.changed(at);
        }
        return text;
    }

    /** The document that it holds: not to be changed. */
    public JsonNode json(Place at) {
        if (json == null) {
            try {
                json = JSON.readTree(text(at));
            } catch (JsonProcessingException e) {
                // its message would quote the text
                throw UnreadableException.changed(at);
            }
        }
        return json;
    }

    byte[] bytes(Vault sealing) {
        return stored == null ? sealing.seal(place, text) : stored;
    }
}
