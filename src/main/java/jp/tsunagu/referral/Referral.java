package jp.tsunagu.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;

/** One つなぎ, as long as the process that carries it. */
@Entity
class Referral {

    /** To whom in principle. */
    enum Kind {
        WELFARE_OFFICE,
        OTHER
    }

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String processInstanceId;
    private LocalDate openedOn;
    private Sealed receiver;
    private LocalDate handedOverOn;
    private Sealed receivedBy;
    private LocalDateTime receivedAt;
    private String result;
    private LocalDate closedOn;

    protected Referral() {}

    static Referral open(UUID caseId, Kind kind, String processInstanceId, LocalDate on) {
        Referral referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.caseId = caseId;
        referral.kind = kind;
        referral.processInstanceId = processInstanceId;
        referral.openedOn = on;
        return referral;
    }

    void handedOver(String to, LocalDate on) {
        receiver = Sealed.changed(receiver, place("receiver"), to);
        handedOverOn = on;
    }

    void received(String by, LocalDateTime at) {
        receivedBy = Sealed.changed(receivedBy, place("received_by"), by);
        receivedAt = at;
    }

    void close(String newResult, LocalDate on) {
        result = newResult;
        closedOn = on;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    /** Since when it stands, and where, for whoever has to move it. */
    String state() {
        String since = Wareki.formatWithWeekday(openedOn) + "から、受領が記録されていません。";
        return handedOverOn == null
                ? since + "まだつないでいません。"
                : since + Sealed.text(receiver, place("receiver")) + "へ " + Wareki.formatWithWeekday(handedOverOn)
                        + " につなぎました。";
    }

    private Place place(String column) {
        return Place.of("referral." + column, id);
    }

    boolean isReceived() {
        return receivedBy != null && receivedAt != null;
    }
}
