package jp.tsunagu.needtoknow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.needtoknow.ViewingTable.Viewing;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 理由を述べて閲覧: it is opened at once, because somebody may stand at the counter, and looked at by 主任 afterwards. */
@Component
class Viewings {

    static final String CONFIRMED = "CONFIRMED";
    static final String OBJECTED = "OBJECTED";

    private static final String UNKNOWN = "この番号のケースは開けません。番号を確かめてください。番号が正しいときは、主任相談支援員に相談してください。";

    private final ViewingTable table;
    private final CaseReaders readers;
    private final RestrictedCases restricted;
    private final Cases cases;
    private final Members members;
    private final Notices notices;
    private final AccessLog log;
    private final Settings settings;
    private final Clock clock;

    Viewings(
            ViewingTable table,
            CaseReaders readers,
            RestrictedCases restricted,
            Cases cases,
            Members members,
            Notices notices,
            AccessLog log,
            Settings settings,
            Clock clock) {
        this.table = table;
        this.readers = readers;
        this.restricted = restricted;
        this.cases = cases;
        this.members = members;
        this.notices = notices;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    static boolean offeredTo(Set<String> groups) {
        return !Collections.disjoint(groups, Roles.CENTRE) || !Collections.disjoint(groups, Roles.WARD);
    }

    boolean judges(String user) {
        return members.groupsOf(user).contains(Roles.CHIEF);
    }

    /**
     * Opens a case for reading and tells 主任. A case that this person may read anyway needs no reason.
     *
     * @return its number
     * @throws AuthorizationException for everybody outside the centre and the ward's line
     * @throws RefusedException if something is missing; and alike if there is no such case or it is a restricted one
     */
    @Transactional
    public String open(String user, String typedNumber, String typedReason, String typedNote) {
        if (!offeredTo(members.groupsOf(user))) {
            throw new AuthorizationException("「理由を述べて閲覧」は、センターの支援員と、区の担当・係長・課長が使うページです。");
        }
        String number = PageInput.caseNumber(typedNumber);
        ViewingReason reason = ViewingReason.of(typedReason).orElseThrow(() -> RefusedException.ofAct("閲覧理由を選んでください。"));
        String note = PageInput.note(typedNote, "何のために見るか");
        if (!cases.exists(number) || restricted.isHiddenFrom(user, number)) {
            throw RefusedException.ofAct(UNKNOWN);
        }
        if (!readers.mayRead(user, number)) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            if (table.isObjected(user, number, beginningOfToday())) {
                throw RefusedException.ofAct("主任が、このケースの閲覧に異議を述べています。見る必要があるときは、主任に相談してください。");
            }
            UUID id = UUID.randomUUID();
            table.add(new Viewing(id, number, user, reason.name(), note, now, endOfReading(), null, null, null));
            log.record(user, number, "理由を述べて閲覧", null, reason.label());
            notices.toRole(
                    number,
                    NoticeKind.VIEWED_FOR_REASON,
                    Roles.CHIEF,
                    id.toString(),
                    JsonNodeFactory.instance.objectNode());
        }
        return number;
    }

    private OffsetDateTime beginningOfToday() {
        return LocalDate.now(clock).atStartOfDay(WorkingDays.TOKYO).toOffsetDateTime();
    }

    /** Midnight after the last day: today's unless the municipality allows more days. */
    private OffsetDateTime endOfReading() {
        int days = settings.today(Settings.VIEWING_DAYS).map(Integer::parseInt).orElse(1);
        return LocalDate.now(clock)
                .plusDays(days)
                .atStartOfDay(WorkingDays.TOKYO)
                .toOffsetDateTime();
    }

    /**
     * 主任 confirms, or objects; then the reading ends at once.
     *
     * @throws RefusedException if somebody else did before, or an objection says not why
     */
    @Transactional
    public void judge(String user, UUID id, boolean objects, String typedNote) {
        if (!judges(user)) {
            throw new AuthorizationException("閲覧を確認するのは、主任相談支援員です。");
        }
        Viewing viewing = table.find(id)
                .filter(found -> !restricted.isHiddenFrom(user, found.caseNumber()))
                .orElseThrow(() -> RefusedException.ofAct("この閲覧の記録はありません。"));
        if (viewing.judgement() != null) {
            throw RefusedException.ofAct("この閲覧は、もう確認されています。");
        }
        if (viewing.user().equals(user)) {
            throw RefusedException.ofAct("自分の閲覧は、ほかの主任が確認します。");
        }
        String note = objects ? PageInput.note(typedNote, "異議の理由") : null;
        table.judge(id, objects ? OBJECTED : CONFIRMED, user, OffsetDateTime.now(clock), note);
        log.record(
                user,
                viewing.caseNumber(),
                objects ? "閲覧への異議" : "閲覧の確認",
                null,
                ViewingReason.labelOf(viewing.reason()));
        notices.read(NoticeKind.VIEWED_FOR_REASON, id.toString(), LocalDate.now(clock), user);
    }

    @Transactional(readOnly = true)
    public List<Viewing> toJudge(String user) {
        return table.open(user);
    }

    @Transactional(readOnly = true)
    public List<Viewing> judged(String user) {
        return table.judged(user);
    }

    @Transactional(readOnly = true)
    public List<Viewing> own(String user) {
        return table.of(user);
    }
}
