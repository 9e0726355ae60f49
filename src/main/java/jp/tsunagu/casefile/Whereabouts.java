package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a letter can reach the person by post. The address itself stays where it is. */
@Component
public class Whereabouts {

    /** How a person can be reached on paper. */
    public enum Post {
        /** There is an address. */
        ADDRESS,
        /** No address, but a place where the person is at present (現在地). */
        PRESENT_PLACE,
        /** Neither. */
        NONE,
        /** 連絡先の秘匿 (I-14): whatever address there is, nothing is posted to it. */
        RESTRICTED
    }

    private final JdbcClient database;
    private final Vault vault;

    Whereabouts(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    public Post of(String caseNumber) {
        return of(java.util.List.of(caseNumber)).getOrDefault(caseNumber, Post.NONE);
    }

    /** The same for a list. */
    public Map<String, Post> of(Collection<String> caseNumbers) {
        Map<String, Post> posts = new HashMap<>();
        if (!caseNumbers.isEmpty()) {
            database.sql(
                            "select case_number, id, fields, is_restricted(case_number) from support_case where case_number in (:numbers)")
                    .param("numbers", caseNumbers)
                    .query((row, number) -> posts.put(
                            row.getString(1),
                            post(
                                    row.getBoolean(4),
                                    Json.read(vault.text(
                                            Place.of("support_case.fields", row.getObject(2, UUID.class)),
                                            row.getBytes(3))))))
                    .list();
        }
        return posts;
    }

    private static Post post(boolean namedOnly, JsonNode fields) {
        boolean noAddress = fields.path("noFixedAddress").asBoolean() || isBlank(fields.path("address"));
        boolean restricted = namedOnly || fields.path("contactRestricted").asBoolean();
        return post(restricted, noAddress, !isBlank(fields.path("presentPlace")));
    }

    private static boolean isBlank(JsonNode text) {
        return text.asText("").isBlank() || text.isNull();
    }

    private static Post post(boolean restricted, boolean noAddress, boolean presentPlace) {
        if (restricted) {
            return Post.RESTRICTED;
        }
        if (!noAddress) {
            return Post.ADDRESS;
        }
        return presentPlace ? Post.PRESENT_PLACE : Post.NONE;
    }
}
