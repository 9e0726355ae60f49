package jp.tsunagu.needtoknow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.needtoknow.RestrictionTable.Restriction;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 制限ケース (EV8): set by 主任 or the ward with a reason and named persons; no date ends it. Ending takes two persons of whom the
 * first has just looked up 住基の支援措置 (目黒区 2025: lifted from a stale list).
 */
@Component
class Restrictions {

    /** A look is fresh for so many days. */
    static final int FRESH_DAYS = 7;

    private final RestrictionTable table;
    private final NamedWork work;
    private final NamedPersons persons;
    private final CaseReaders readers;
    private final RestrictionSwitch switched;
    private final Members members;
    private final Notices notices;
    private final AccessLog log;
    private final Clock clock;

    Restrictions(
            RestrictionTable table,
            NamedWork work,
            NamedPersons persons,
            CaseReaders readers,
            RestrictionSwitch switched,
            Members members,
            Notices notices,
            AccessLog log,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.persons = persons;
        this.readers = readers;
        this.switched = switched;
        this.members = members;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    static boolean maySet(Set<String> groups) {
        return groups.contains(Roles.CHIEF) || !Collections.disjoint(groups, Roles.WARD);
    }

    /** The other cases of the person, which are restricted together with this one. */
    List<String> together(String user, String caseNumber) {
        return switched.othersOfPerson(user, caseNumber);
    }

    /**
     * From now on only these persons know of the case, and whoever sets it; and of the person's other cases, in which they would
     * be found as well.
     *
     * @param measureUntil until when 住基の支援措置 holds; null if there is none
     * @throws RefusedException if it is restricted already, or no 主任 is named
     */
    @Transactional
    public void set(
            String user,
            String caseNumber,
            String typedReason,
            String typedNote,
            Set<String> chosen,
            LocalDate measureUntil) {
        decider(user, caseNumber);
        RestrictionReason reason =
                RestrictionReason.of(typedReason).orElseThrow(() -> RefusedException.ofAct("制限する理由を選んでください。"));
        String note = PageInput.note(typedNote, "理由の説明");
        Set<String> named = new TreeSet<>(chosen);
        named.add(user);
        named.forEach(persons::checkKnown);
        persons.checkChief(named);
        switched.lock(caseNumber);
        if (table.of(caseNumber).isPresent()) {
            throw RefusedException.ofAct("このケースは、もう制限ケースです。");
        }
        List<String> together = new ArrayList<>(switched.othersOfPerson(user, caseNumber));
        together.removeIf(other -> table.of(other).isPresent());
        together.add(0, caseNumber);
        together.forEach(switched::lock);
        for (String number : together) {
            UUID id = table.add(number, reason, note, user, now(), measureUntil);
            named.forEach(one -> table.name(id, one, user, now()));
            changed(user, number, "制限ケースの設定");
            switched.turn(number, true);
            work.comeToNamed(number, named);
        }
    }

    /**
     * One more person, or one less; the work of whoever is no longer named goes to the others. Where nobody named can look after it,
     * 課長 names a 主任 without knowing it.
     */
    @Transactional
    public void name(String user, String caseNumber, String other, boolean named) {
        boolean helps = named && !readers.mayRead(user, caseNumber) && persons.mayHelp(user, caseNumber);
        if (helps && !persons.chiefs().contains(other)) {
            throw RefusedException.ofAct("主任相談支援員を選んでください。");
        }
        Restriction restriction = helps ? locked(caseNumber) : held(user, caseNumber);
        persons.checkKnown(other);
        if (named) {
            table.name(restriction.id(), other, user, now());
        } else {
            Set<String> rest = new TreeSet<>(persons.of(caseNumber));
            rest.remove(other);
            persons.checkChief(rest);
            table.unname(restriction.id(), other, user, now());
        }
        if (helps) {
            notices.readAll(caseNumber, NoticeKind.NAMED_GONE, Roles.WARD_SECTION_CHIEF, LocalDate.now(clock), user);
        }
        changed(user, caseNumber, named ? "制限ケースの指定" : "制限ケースの指定解除");
        work.comeToNamed(caseNumber, persons.of(caseNumber));
    }

    @Transactional
    public void measure(String user, String caseNumber, LocalDate until) {
        Restriction restriction = held(user, caseNumber);
        table.measure(restriction.id(), until);
        changed(user, caseNumber, "支援措置の期限");
    }

    /**
     * Proposes to end it.
     *
     * @param lookedUpOn on which day this person looked up 住基の支援措置
     */
    @Transactional
    public void proposeEnd(String user, String caseNumber, LocalDate lookedUpOn, String typedNote) {
        Restriction restriction = held(user, caseNumber);
        checkFresh(lookedUpOn);
        table.proposeEnd(restriction.id(), user, now(), lookedUpOn, PageInput.note(typedNote, "解除する理由"));
        changed(user, caseNumber, "制限解除の提案");
    }

    @Transactional
    public void withdrawProposal(String user, String caseNumber) {
        table.proposeEnd(held(user, caseNumber).id(), null, null, null, null);
        changed(user, caseNumber, "制限解除の提案の取下げ");
    }

    /**
     * The second person ends it.
     *
     * @throws RefusedException if nobody proposed it, it is their own proposal, or the look is no longer fresh
     */
    @Transactional
    public void end(String user, String caseNumber) {
        Restriction restriction = held(user, caseNumber);
        if (restriction.endProposedBy() == null) {
            throw RefusedException.ofAct("解除は、まだだれも提案していません。");
        }
        if (restriction.endProposedBy().equals(user)) {
            throw RefusedException.ofAct("解除は、提案した人とは別の人が確認します。");
        }
        checkFresh(restriction.endLookedUpOn());
        table.end(restriction.id(), user, now());
        changed(user, caseNumber, "制限ケースの解除");
        switched.turn(caseNumber, false);
    }

    private void changed(String user, String caseNumber, String action) {
        switched.changed();
        log.record(user, caseNumber, action, null);
        notices.toRole(
                caseNumber,
                NoticeKind.RESTRICTION_CHANGED,
                Roles.CHIEF,
                UUID.randomUUID().toString(),
                JsonNodeFactory.instance.objectNode());
    }

    /** Named, and 主任 or of the ward's line; the case waits for them until the transaction ends. */
    private Restriction held(String user, String caseNumber) {
        decider(user, caseNumber);
        return locked(caseNumber);
    }

    private Restriction locked(String caseNumber) {
        switched.lock(caseNumber);
        return table.of(caseNumber).orElseThrow(() -> RefusedException.ofAct("このケースは、制限ケースではありません。"));
    }

    private void decider(String user, String caseNumber) {
        if (!maySet(members.groupsOf(user)) || !readers.mayReadForWork(user, caseNumber)) {
            throw new AuthorizationException("このケースの制限を扱えるのは、このケースを開ける主任相談支援員と、区の担当・係長・課長です。");
        }
    }

    private void checkFresh(LocalDate lookedUpOn) {
        LocalDate today = LocalDate.now(clock);
        if (lookedUpOn == null || lookedUpOn.isAfter(today) || lookedUpOn.isBefore(today.minusDays(FRESH_DAYS))) {
            throw RefusedException.ofAct(
                    "住基の支援措置を確認した日は、今日までの" + FRESH_DAYS + "日以内でなければなりません。古い一覧では解除できません。もう一度、住基で確認してください。");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
