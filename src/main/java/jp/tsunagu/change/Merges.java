package jp.tsunagu.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.LikelySame;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.casefile.SamePerson;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 名寄せ, as 主任 does it: two cases side by side, a reason, and a way back. */
@Component
class Merges {

    private static final String HIDDEN = "秘匿（ここには表示しません）";
    private static final int LONGEST_REASON = 2000;

    private final Cases cases;
    private final CaseReaders readers;
    private final CaseDocuments documents;
    private final SamePerson samePerson;
    private final LikelySame likely;
    private final RestrictedCases restricted;
    private final Responsibility responsibility;
    private final Members members;
    private final AccessLog log;

    Merges(
            Cases cases,
            CaseReaders readers,
            CaseDocuments documents,
            SamePerson samePerson,
            LikelySame likely,
            RestrictedCases restricted,
            Responsibility responsibility,
            Members members,
            AccessLog log) {
        this.cases = cases;
        this.readers = readers;
        this.documents = documents;
        this.samePerson = samePerson;
        this.likely = likely;
        this.restricted = restricted;
        this.responsibility = responsibility;
        this.members = members;
        this.log = log;
    }

    /** What is held side by side of two cases. */
    record Side(
            String number,
            String name,
            String kana,
            String birthDate,
            String address,
            String phone,
            String receivedOn,
            String status,
            boolean open,
            boolean restricted,
            String worker) {}

    boolean mayMerge(String user) {
        return members.groupsOf(user).contains(Roles.CHIEF);
    }

    /** The cases of the same person: numbers only, for whoever may read this one. */
    @Transactional
    public List<SamePerson.CaseOfPerson> others(String user, String caseNumber) {
        checkReader(user, caseNumber);
        documents.accessed(user, caseNumber, "閲覧", "merge");
        return samePerson.others(user, caseNumber);
    }

    /** Cases that may be of the same person and do not count as such yet. */
    @Transactional
    public List<LikelySame.Candidate> candidates(String user, String caseNumber) {
        checkChief(user);
        List<LikelySame.Candidate> found = likely.of(caseNumber).stream()
                .filter(other -> !restricted.isHiddenFrom(user, other.number()))
                .filter(other -> !samePerson.isSame(caseNumber, other.number()))
                .toList();
        log.recordEach(user, found.stream().map(LikelySame.Candidate::number).toList(), "閲覧", "merge");
        return found;
    }

    List<SamePerson.Merge> made(String user, String caseNumber) {
        return samePerson.merges(user, caseNumber);
    }

    /** One side of the comparison; empty if there is no such case. */
    @Transactional
    public Optional<Side> side(String user, String caseNumber) {
        checkChief(user);
        if (!cases.exists(caseNumber) || restricted.isHiddenFrom(user, caseNumber)) {
            return Optional.empty();
        }
        documents.accessed(user, caseNumber, "閲覧", "merge");
        CaseRef of = cases.find(caseNumber);
        ObjectNode fields = cases.fields(caseNumber);
        boolean withheld = fields.path("contactRestricted").asBoolean() || restricted.hidesPlaces(user, caseNumber);
        return Optional.of(new Side(
                caseNumber,
                text(fields, "name"),
                text(fields, "kana"),
                day(fields.path("birthDate").textValue()),
                withheld ? HIDDEN : text(fields, "address"),
                withheld ? HIDDEN : text(fields, "phone"),
                Wareki.format(of.receivedOn()),
                of.status().label(),
                of.status() != CaseStatus.CLOSED,
                withheld,
                responsibility
                        .of(caseNumber, Roles.CONSULTATION_SUPPORTER)
                        .or(() -> responsibility.of(caseNumber, Roles.CHIEF))
                        .map(members::nameOf)
                        .orElse("—")));
    }

    @Transactional
    public void merge(String user, String caseNumber, String other, String reason) {
        checkChief(user);
        checkReader(user, caseNumber);
        if (!cases.exists(other) || caseNumber.equals(other) || restricted.isHiddenFrom(user, other)) {
            throw RefusedException.ofAct("もう一方のケース番号を確かめてください。");
        }
        if (restricted.isRestricted(caseNumber) != restricted.isRestricted(other)) {
            throw RefusedException.ofAct("一方だけが制限ケースです。もう一方から、住所や居所が知られます。先に、もう一方も制限ケースにしてください。");
        }
        samePerson.merge(caseNumber, other, checked(reason), user);
    }

    @Transactional
    public void undo(String user, String caseNumber, UUID merge, String reason) {
        checkChief(user);
        checkReader(user, caseNumber);
        samePerson.undo(caseNumber, merge, checked(reason), user);
    }

    private void checkReader(String user, String caseNumber) {
        if (!readers.mayRead(user, caseNumber)) {
            throw new AuthorizationException("このケースは、担当の人と主任だけが開けます。");
        }
    }

    private void checkChief(String user) {
        if (!mayMerge(user)) {
            throw new AuthorizationException("名寄せができるのは、主任相談支援員だけです。");
        }
    }

    private static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RefusedException.ofAct("理由を、2000字までで書いてください。");
        }
        return reason.strip();
    }

    private static String text(ObjectNode fields, String key) {
        return fields.path(key).asText("").isBlank() ? "—" : fields.path(key).asText();
    }

    private static String day(String text) {
        return text == null || text.isBlank() ? "—" : Wareki.format(LocalDate.parse(text));
    }
}
