package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A plan as it stood when it was agreed to or submitted. Never changed; whatever changes is a new version. */
@Entity
@Immutable
class PlanVersion {

    @Id
    private UUID id;

    @ManyToOne
    private Plan plan;

    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private JsonNode content;

    private String contentHash;
    private String author;
    private Instant createdAt;

    protected PlanVersion() {}

    static PlanVersion cut(Plan plan, int version, PlanContent content, String author, Instant now) {
        PlanVersion cut = new PlanVersion();
        cut.id = UUID.randomUUID();
        cut.plan = plan;
        cut.version = version;
        cut.content = content.fields();
        cut.contentHash = content.hash();
        cut.author = author;
        cut.createdAt = now;
        return cut;
    }

    UUID id() {
        return id;
    }

    Plan plan() {
        return plan;
    }

    int version() {
        return version;
    }

    PlanContent content() {
        return new PlanContent((ObjectNode) content);
    }

    String hash() {
        return contentHash;
    }

    /** プラン第1回 第2版. */
    String label() {
        return "プラン第" + plan.number() + "回 第" + version + "版";
    }
}
