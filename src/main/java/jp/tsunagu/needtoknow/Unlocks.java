package jp.tsunagu.needtoknow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 連絡先を開く: address and telephone of a restricted case for a few minutes, with a reason, recorded and told to 主任 (I-14). */
@Component
class Unlocks {

    private static final int MINUTES_DEFAULT = 10;

    private final RestrictionTable table;
    private final RestrictedCases restricted;
    private final CaseReaders readers;
    private final Notices notices;
    private final AccessLog log;
    private final Settings settings;
    private final Clock clock;

    Unlocks(
            RestrictionTable table,
            RestrictedCases restricted,
            CaseReaders readers,
            Notices notices,
            AccessLog log,
            Settings settings,
            Clock clock) {
        this.table = table;
        this.restricted = restricted;
        this.readers = readers;
        this.notices = notices;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    void check(String user, String caseNumber) {
        if (!readers.mayWrite(user, caseNumber) || !restricted.isRestricted(caseNumber)) {
            throw new AuthorizationException("このケースは、あなたの担当ではありません。");
        }
    }

    int minutes() {
        return settings.today(Settings.UNLOCK_MINUTES).map(Integer::parseInt).orElse(MINUTES_DEFAULT);
    }

    @Transactional
    public void unlock(String user, String caseNumber, String typedReason, String typedNote) {
        check(user, caseNumber);
        UnlockReason reason =
                UnlockReason.of(typedReason).orElseThrow(() -> RefusedException.ofAct("連絡先を開く理由を選んでください。"));
        String note = PageInput.note(typedNote, "何のために開くか");
        UUID id = table.unlock(caseNumber, user, reason, note, OffsetDateTime.now(clock), minutes());
        log.record(user, caseNumber, "連絡先を開く", null, reason.label());
        notices.toRole(
                caseNumber,
                NoticeKind.CONTACT_UNLOCKED,
                Roles.CHIEF,
                id.toString(),
                JsonNodeFactory.instance.objectNode());
    }

    Optional<OffsetDateTime> openUntil(String user, String caseNumber) {
        return table.openUntil(caseNumber, user, OffsetDateTime.now(clock));
    }
}
