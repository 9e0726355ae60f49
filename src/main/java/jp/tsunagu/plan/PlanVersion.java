package jp.tsunagu.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import org.hibernate.annotations.Immutable;

/** A plan as it stood when it was agreed to or submitted. Never changed; whatever changes is a new version. */
@Entity
@Immutable
class PlanVersion {

    @Id
    private UUID id;

    @ManyToOne
    private Plan plan;

    private int version;

    private Sealed content;

    /** The catalogue codes in it, each once: what is counted by them without reading the plan. */
    private String[] services;

    private String contentHash;
    private String author;
    private Instant createdAt;

    protected PlanVersion() {}

    static PlanVersion cut(Plan plan, int version, PlanContent content, String author, Instant now) {
        PlanVersion cut = new PlanVersion();
        cut.id = UUID.randomUUID();
        cut.plan = plan;
        cut.version = version;
        cut.content = Sealed.of(cut.place(), content.fields());
        cut.services = content.services().toArray(String[]::new);
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
        return new PlanContent((ObjectNode) content.json(place()));
    }

    private Place place() {
        return Place.of("plan_version.content", id);
    }

    String hash() {
        return contentHash;
    }

    /** プラン第1回 第2版. */
    String label() {
        return "プラン第" + plan.number() + "回 第" + version + "版";
    }
}
