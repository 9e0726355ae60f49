package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import jp.tsunagu.engine.Submission;
import org.hibernate.annotations.Immutable;

/**
 * 支援経過記録シート(第3号様式), one line: every contact has one (要領 第9条第4号). Facts are kept apart from opinion. Lines are
 * only added: a correction is a line that names the one it stands for.
 */
@Entity
@Immutable
class ProgressRecord {

    @Id
    private UUID id;

    private UUID caseId;
    private UUID documentId;
    private LocalDate occurredOn;
    private String method;

    @Enumerated(EnumType.STRING)
    @Column(name = "counterpart_kind")
    private Counterpart with;

    private Sealed counterpart;
    private Sealed facts;
    private Sealed personsWords;
    private Sealed opinion;
    private Sealed nextStep;
    private LocalDate nextDate;
    private Integer minutes;
    private Sealed colleagues;
    private String step;
    private String recordedBy;
    private Instant recordedAt;
    private UUID corrects;
    private Sealed correctionReason;
    private boolean withdrawn;
    private String actKey;

    protected ProgressRecord() {}

    /** The line that a form of a step holds. */
    static ProgressRecord of(UUID caseId, UUID document, JsonNode record, Submission submission, Instant now) {
        ProgressEntry entry = new ProgressEntry(
                record.hasNonNull("contactDate")
                        ? LocalDate.parse(record.path("contactDate").asText())
                        : submission.actDate(),
                record.path("method").asText(),
                saidNotReached(submission) ? Counterpart.PERSON_NOT_REACHED : null,
                record.path("counterpart").textValue(),
                record.path("facts").asText(""),
                record.path("personsWords").textValue(),
                record.path("opinion").textValue(),
                record.path("nextStep").textValue(),
                record.hasNonNull("nextDate")
                        ? LocalDate.parse(record.path("nextDate").asText())
                        : null,
                null,
                null);
        ProgressRecord line = written(caseId, entry, submission.user(), now);
        line.step = submission.step();
        line.documentId = document;
        return line;
    }

    /** 訪問・声かけ and 連絡の試み tell whether the person was there. */
    private static boolean saidNotReached(Submission submission) {
        return submission.is("contactMade", "false")
                || submission.is("contactAttempt", "tryAgain")
                || submission.is("contactAttempt", "exhausted");
    }

    private static ProgressRecord written(UUID caseId, ProgressEntry entry, String user, Instant now) {
        ProgressRecord line = new ProgressRecord();
        line.id = UUID.randomUUID();
        line.caseId = caseId;
        line.occurredOn = entry.occurredOn();
        line.method = entry.method();
        line.with = entry.with();
        line.counterpart = Sealed.of(line.place("counterpart"), entry.counterpart());
        line.facts = Sealed.of(line.place("facts"), entry.facts());
        line.personsWords = Sealed.of(line.place("persons_words"), entry.personsWords());
        line.opinion = Sealed.of(line.place("opinion"), entry.opinion());
        line.nextStep = Sealed.of(line.place("next_step"), entry.nextStep());
        line.nextDate = entry.nextDate();
        line.minutes = entry.minutes();
        line.colleagues = Sealed.of(line.place("colleagues"), entry.colleagues());
        line.recordedBy = user;
        line.recordedAt = now;
        return line;
    }

    /** A line that somebody wrote on the page. */
    static ProgressRecord written(UUID caseId, ProgressEntry entry, PageAct act, Instant now) {
        ProgressRecord line = written(caseId, entry, act.user(), now);
        line.step = ProgressLine.OWN_PAGE;
        line.actKey = act.key();
        return line;
    }

    /** A line that stands in the place of this one from now on. */
    ProgressRecord corrected(ProgressEntry entry, String reason, PageAct act, Instant now) {
        ProgressRecord line = written(caseId, entry, act, now);
        line.corrects = id;
        line.correctionReason = Sealed.of(line.place("correction_reason"), reason);
        return line;
    }

    /** This line is taken back: it has no place in this case. What it said stays to be read under it. */
    ProgressRecord withdrawn(String reason, PageAct act, Instant now) {
        ProgressEntry nothing =
                new ProgressEntry(occurredOn, method, with, null, "（取り消しました）", null, null, null, null, null, null);
        ProgressRecord line = corrected(nothing, reason, act, now);
        line.withdrawn = true;
        return line;
    }

    private Place place(String column) {
        return Place.of("progress_record." + column, id);
    }

    UUID id() {
        return id;
    }

    UUID corrects() {
        return corrects;
    }

    LocalDate occurredOn() {
        return occurredOn;
    }

    LocalDate nextDate() {
        return nextDate;
    }

    /** True if it tells of a contact with the person; lines of forms that do not say are taken for one. */
    boolean isContact() {
        return !withdrawn && (with == null || with == Counterpart.PERSON);
    }

    ProgressLine line(UUID correctedBy) {
        return new ProgressLine(
                occurredOn,
                method,
                Sealed.text(counterpart, place("counterpart")),
                Sealed.text(facts, place("facts")),
                Sealed.text(personsWords, place("persons_words")),
                Sealed.text(opinion, place("opinion")),
                Sealed.text(nextStep, place("next_step")),
                nextDate,
                step,
                id,
                with,
                minutes,
                Sealed.text(colleagues, place("colleagues")),
                recordedBy,
                recordedAt,
                corrects,
                Sealed.text(correctionReason, place("correction_reason")),
                withdrawn,
                correctedBy);
    }
}
