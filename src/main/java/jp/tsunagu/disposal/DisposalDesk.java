package jp.tsunagu.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What 主任 and 課長 do: stop and go on, propose, approve, think better of it. One proposes, another one approves; with a restricted
 * case both are named in it (EV8).
 */
@Component
class DisposalDesk {

    static final int LONGEST_NOTE = 1000;

    private final DisposalTable disposals;
    private final ClosedCases closedCases;
    private final Holds holds;
    private final RestrictedCases restricted;
    private final Members members;
    private final AccessLog accessLog;
    private final Clock clock;

    DisposalDesk(
            DisposalTable disposals,
            ClosedCases closedCases,
            Holds holds,
            RestrictedCases restricted,
            Members members,
            AccessLog accessLog,
            Clock clock) {
        this.disposals = disposals;
        this.closedCases = closedCases;
        this.holds = holds;
        this.restricted = restricted;
        this.members = members;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Whoever opens the page.
     *
     * @throws AuthorizationException if it is not theirs
     */
    Set<String> checked(String user) {
        Set<String> groups = members.groupsOf(user);
        if (!DisposalEntry.isFor(groups)) {
            throw new AuthorizationException("「保存と廃棄」は、主任相談支援員と課長が使うページです。");
        }
        return groups;
    }

    /** 主任 proposes a case whose time is over. */
    @Transactional
    public void propose(String user, String number) {
        checkProposer(user);
        ClosedCase of = locked(user, number);
        refuse(closedCases.obstacles(of, false, LocalDate.now(clock)));
        checkNotOpen(of);
        disposals.propose(of, Ground.RETENTION_ENDED, closedCases.kept(of).until(), null, null, user);
        accessLog.record(user, number, "廃棄の提案", null);
    }

    /**
     * 主任 proposes what a person asked for, before the time is over (保有個人情報の消去の請求).
     *
     * @param unhindered that the work of the office is not gravely hindered by it (第100条ただし書)
     */
    @Transactional
    public void request(
            String user, String number, Ground ground, LocalDate requestedOn, String note, boolean unhindered) {
        checkProposer(user);
        if (ground == null || ground == Ground.RETENTION_ENDED) {
            throw RefusedException.ofAct("法律のどの理由に当たるかを選んでください。");
        }
        if (requestedOn == null || requestedOn.isAfter(LocalDate.now(clock))) {
            throw RefusedException.ofAct("請求を受けた日を、今日までの日で入力してください。");
        }
        String reason = note(note, "消去を認める理由");
        if (!unhindered) {
            throw RefusedException.ofAct("消去しても事務に著しい支障がないことを確かめて、チェックを入れてください（第100条ただし書）。");
        }
        ClosedCase of = locked(user, number);
        refuse(closedCases.obstacles(of, true, LocalDate.now(clock)));
        checkNotOpen(of);
        disposals.propose(of, ground, closedCases.kept(of).until(), reason, requestedOn, user);
        accessLog.record(user, number, "消去請求の提案", null);
    }

    /** 課長 approves what somebody else proposed. */
    @Transactional
    public void approve(String user, UUID id) {
        if (!DisposalEntry.approves(members.groupsOf(user))) {
            throw new AuthorizationException("廃棄の承認は、課長がします。");
        }
        Disposal of = taken(user, id, Disposal.State.PROPOSED);
        if (of.proposedBy().equals(user)) {
            throw RefusedException.ofAct("自分で提案した廃棄は承認できません。もう一人の承認が必要です。");
        }
        refuse(closedCases.obstacles(
                closedCases.lock(of.caseId()).orElseThrow(DisposalDesk::changed), of.request(), LocalDate.now(clock)));
        disposals.approve(id, user);
        accessLog.record(user, of.caseNumber(), "廃棄の承認", null);
    }

    /** Either of them, as long as nothing is erased. */
    @Transactional
    public void withdraw(String user, UUID id) {
        checked(user);
        Disposal of = taken(user, id, Disposal.State.PROPOSED, Disposal.State.APPROVED);
        disposals.withdraw(id, user);
        accessLog.record(user, of.caseNumber(), "廃棄の取りやめ", null);
    }

    /** Nothing of the case is erased from now on. */
    @Transactional
    public void hold(String user, String number, HoldGround ground, String note) {
        checked(user);
        if (ground == null) {
            throw RefusedException.ofAct("止める理由を選んでください。");
        }
        String reason = note(note, "止める理由の説明");
        ClosedCase of = locked(user, number);
        if (holds.standing(of.id()).isPresent()) {
            throw RefusedException.ofAct("このケースの廃棄は、もう止めてあります。");
        }
        disposals.openOf(of.id()).ifPresent(open -> disposals.withdraw(open.id(), user));
        holds.hold(of.id(), ground, reason, user);
        accessLog.record(user, number, "廃棄の停止", null);
    }

    @Transactional
    public void release(String user, String number, String note) {
        checked(user);
        String reason = note(note, "停止をやめる理由");
        if (!holds.release(locked(user, number).id(), reason, user)) {
            throw changed();
        }
        accessLog.record(user, number, "廃棄の停止の解除", null);
    }

    boolean mayKnow(String user, String number) {
        return !restricted.isHiddenFrom(user, number);
    }

    private Disposal taken(String user, UUID id, Disposal.State... states) {
        return Stream.of(states)
                .flatMap(state -> disposals.take(id, state).stream())
                .filter(of -> mayKnow(user, of.caseNumber()))
                .findFirst()
                .orElseThrow(DisposalDesk::changed);
    }

    private void checkProposer(String user) {
        if (!DisposalEntry.proposes(members.groupsOf(user))) {
            throw new AuthorizationException("廃棄の提案は、主任相談支援員がします。");
        }
    }

    private void checkNotOpen(ClosedCase of) {
        if (disposals.openOf(of.id()).isPresent()) {
            throw RefusedException.ofAct("このケースの廃棄は、もう提案されています。");
        }
    }

    private ClosedCase locked(String user, String number) {
        return closedCases
                .find(number)
                .filter(found -> mayKnow(user, number))
                .flatMap(found -> closedCases.lock(found.id()))
                .orElseThrow(() -> RefusedException.ofAct("この番号のケースは、見つかりません。"));
    }

    private static void refuse(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw RefusedException.ofAct(String.join("", obstacles));
        }
    }

    private static String note(String typed, String what) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST_NOTE) {
            throw RefusedException.ofAct(what + "を、" + LONGEST_NOTE + "字までで書いてください。");
        }
        return typed.strip();
    }

    static RefusedException changed() {
        return RefusedException.ofAct("一覧が変わりました。もう一度開いて確かめてください。");
    }
}
