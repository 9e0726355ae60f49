package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;

/** What a person typed into a form without sending it yet: one per person and task, or start form. */
@Entity
@IdClass(FormDraft.Key.class)
class FormDraft {

    @Id
    private String userId;

    @Id
    private String subject;

    private Sealed data;

    private Instant savedAt;

    protected FormDraft() {}

    FormDraft(Key key, JsonNode data, Instant savedAt) {
        this.userId = key.userId;
        this.subject = key.subject;
        this.data = Sealed.of(place(), data);
        this.savedAt = savedAt;
    }

    JsonNode data() {
        return data.json(place());
    }

    private Place place() {
        return new Place("form_draft.data", userId + "/" + subject);
    }

    /** Person and task. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String userId;
        private String subject;

        protected Key() {}

        Key(String userId, String subject) {
            this.userId = userId;
            this.subject = subject;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && userId.equals(key.userId) && subject.equals(key.subject);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, subject);
        }
    }
}
