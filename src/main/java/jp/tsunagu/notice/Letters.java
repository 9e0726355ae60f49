package jp.tsunagu.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.OpenSteps.OpenStep;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a letter for whoever may send it. */
@Component
class Letters {

    private final NoticeTable table;
    private final Notices notices;
    private final OpenSteps steps;
    private final Members members;
    private final CaseReaders readers;
    private final RestrictedCases restricted;
    private final AccessLog log;
    private final JdbcClient database;

    Letters(
            NoticeTable table,
            Notices notices,
            OpenSteps steps,
            Members members,
            CaseReaders readers,
            RestrictedCases restricted,
            AccessLog log,
            JdbcClient database) {
        this.table = table;
        this.notices = notices;
        this.steps = steps;
        this.members = members;
        this.readers = readers;
        this.restricted = restricted;
        this.log = log;
        this.database = database;
    }

    /**
     * A letter, its case locked first as the form door locks it, so that two acts wait for each other and never in a circle.
     *
     * @throws AuthorizationException if this person does not send such letters, or may not know of this case
     */
    Letter locked(UUID id, String user) {
        return forSender(id, user, caseNumber(id, " for no key update of c"), "記録");
    }

    /** The same for looking at it. */
    Letter find(UUID id, String user) {
        return forSender(id, user, caseNumber(id, ""), "閲覧");
    }

    private Letter forSender(UUID id, String user, String caseNumber, String action) {
        Notice notice = table.findById(id).orElseThrow(Letters::unknown);
        if (!maySend(notice, caseNumber, user)) {
            throw new AuthorizationException("この通知は、あなたの担当ではありません。");
        }
        log.record(user, caseNumber, action, "notice");
        return new Letter(notice, caseNumber, step(notice, caseNumber));
    }

    /** What was written to a role this person belongs to, and is answered by reading. */
    Notice toRoleOf(UUID id, String user) {
        String caseNumber = caseNumber(id, " for no key update of c");
        Notice notice = table.findById(id).orElseThrow(Letters::unknown);
        boolean hidden = restricted.isHiddenFrom(user, caseNumber) && !notice.passesNames();
        if (hidden || notice.kind().answeredBy().isPresent() || !notice.isTo(user, members.groupsOf(user))) {
            throw new AuthorizationException("このお知らせは、あなたの係のものではありません。");
        }
        log.record(user, caseNumber, "記録", "notice");
        return notice;
    }

    private String caseNumber(UUID id, String lock) {
        return database.sql("select c.case_number from notice n join support_case c on c.id = n.case_id where n.id = ?"
                        + lock)
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(Letters::unknown);
    }

    private static RefusedException unknown() {
        return RefusedException.ofAct("この通知はありません。一覧を開き直してください。");
    }

    /**
     * The ward's letters: whoever is 区担当. The centre's: 主任, whoever the case belongs to, and whoever has the letter in hand; a
     * reason for reading is none for taking a letter, which would open the case for good.
     */
    private boolean maySend(Notice notice, String caseNumber, String user) {
        if (restricted.isHiddenFrom(user, caseNumber)) {
            return false;
        }
        Set<String> groups = members.groupsOf(user);
        String role =
                notice.kind().letter().map(NoticeKind.LetterStep::senderRole).orElse("");
        return role.equals(Roles.WARD_OFFICER)
                ? groups.contains(role)
                : groups.contains(Roles.CHIEF) || groups.contains(role) && readers.mayReadForWork(user, caseNumber);
    }

    /** Only the letter to the person has a step; of several decisions each step has the one it began with. */
    private Optional<OpenStep> step(Notice notice, String caseNumber) {
        if (!notice.isToPerson() || notice.state() != Notice.State.UNSENT) {
            return Optional.empty();
        }
        String step = notice.kind().letter().orElseThrow().step();
        return steps.of(List.of(caseNumber), List.of(step)).stream()
                .filter(open -> notices.ofStep(caseNumber, notice.kind(), open.begunAt())
                        .filter(letter -> letter.id().equals(notice.id()))
                        .isPresent())
                .findFirst();
    }
}
