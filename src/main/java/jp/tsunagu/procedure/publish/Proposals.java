package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.procedure.Administrator;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.check.ProcedureChecks;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Draft.State;
import jp.tsunagu.procedure.draft.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A 改定案 on its way into force: proposed by one 手続管理者, approved by another. Who created it, changed a file of it or proposed
 * it never approves it.
 */
@Component
public class Proposals {

    private final Drafts drafts;
    private final Publications publications;
    private final NewProcedure procedures;
    private final ProcedureChecks checks;
    private final ToldCases told;
    private final WarningReasons reasons;
    private final ActBook acts;
    private final JdbcClient database;
    private final Clock clock;

    Proposals(
            Drafts drafts,
            Publications publications,
            NewProcedure procedures,
            ProcedureChecks checks,
            ToldCases told,
            WarningReasons reasons,
            ActBook acts,
            JdbcClient database,
            Clock clock) {
        this.drafts = drafts;
        this.publications = publications;
        this.procedures = procedures;
        this.checks = checks;
        this.told = told;
        this.reasons = reasons;
        this.acts = acts;
        this.database = database;
        this.clock = clock;
    }

    /** What the checks find in the procedure as it would be in force, and what the told cases show. */
    public List<Finding> findings(int draft) {
        return Stream.concat(checks.of(procedures.of(draft)).stream(), told.findings(draft).stream())
                .toList();
    }

    /** @throws NotNowException if nothing of the 改定案 changes any more */
    @Transactional
    public void plan(int draft, Transition transition, Administrator who) {
        editing(draft);
        publications.save(draft, transition);
        touched(draft, who);
    }

    /**
     * Asks for approval. What is given for the warnings is kept, also if the proposal is refused.
     *
     * @param why warning ({@link WarningReasons#key}) → reason
     * @throws NotNowException with everything that is in the way, in Japanese
     */
    @Transactional(noRollbackFor = NotNowException.class)
    public void propose(int draft, LocalDate effectiveOn, Map<String, String> why, Administrator who) {
        editing(draft);
        why.forEach((warning, reason) -> {
            if (!reason.isBlank()) {
                reasons.give(draft, warning, reason.strip(), who.user());
            }
        });
        List<String> inTheWay = inTheWay(draft, effectiveOn);
        if (!inTheWay.isEmpty()) {
            throw new NotNowException(inTheWay);
        }
        publications.save(draft, publications.of(draft).transition());
        publications.proposed(draft, effectiveOn, who.user(), OffsetDateTime.now(clock));
        drafts.move(draft, State.EDITING, State.PROPOSED);
        touched(draft, who);
        acts.note(draft, Act.Kind.PROPOSED, who.user(), null);
    }

    private List<String> inTheWay(int draft, LocalDate effectiveOn) {
        List<String> inTheWay = new ArrayList<>();
        if (drafts.changed(draft).isEmpty() || procedures.change(draft).isEmpty()) {
            inTheWay.add("いまの手続と変わるところがありません。先に図・表・入力フォームを変えてください。");
        }
        if (effectiveOn == null || effectiveOn.isBefore(today())) {
            inTheWay.add("施行日は、きょう（" + Wareki.format(today()) + "）以後の日を入れてください。");
        }
        List<String> overtaken = procedures.overtaken(draft);
        if (!overtaken.isEmpty()) {
            inTheWay.add("この改定案を始めたあとに、ほかの改定が同じファイルを変えました（" + String.join("、", overtaken)
                    + "）。新しい改定案を始め、最新の版に変更を入れ直してください。");
        }
        List<Finding> findings = findings(draft);
        long errors = findings.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .count();
        if (errors > 0) {
            inTheWay.add("点検の誤りが " + errors + " 件あります。直してから承認を求めてください。");
        }
        Map<String, String> given = reasons.of(draft);
        long unexplained = findings.stream()
                .filter(one -> one.severity() == Severity.WARNING && !given.containsKey(WarningReasons.key(one)))
                .count();
        if (unexplained > 0) {
            inTheWay.add("理由の書かれていない注意が " + unexplained + " 件あります。それぞれに、このままでよい理由を書いてください。");
        }
        return inTheWay;
    }

    /** @throws NotNowException if this person had a hand in it, or something has come in the way since */
    @Transactional
    public void approve(int draft, Administrator who) {
        proposed(draft);
        refuseOwn(draft, who);
        List<String> inTheWay = inTheWay(draft, later(publications.of(draft).effectiveOn()));
        if (!inTheWay.isEmpty()) {
            throw new NotNowException(inTheWay);
        }
        drafts.move(draft, State.PROPOSED, State.APPROVED);
        publications.approved(draft, who.user(), OffsetDateTime.now(clock));
        acts.note(draft, Act.Kind.APPROVED, who.user(), null);
    }

    /** A day that passed while approval was waited for is no hindrance: it comes into force at once. */
    private LocalDate later(LocalDate day) {
        return day.isBefore(today()) ? today() : day;
    }

    /** Back to editing: by another person, or by whoever proposed it. */
    @Transactional
    public void giveBack(int draft, String reason, Administrator who) {
        State state = drafts.draft(draft).state();
        if (state != State.PROPOSED && state != State.APPROVED) {
            throw new NotNowException(List.of("この改定案は、承認待ちでも施行待ちでもありません。ページを開き直してください。"));
        }
        needsReason(reason);
        boolean other = state == State.PROPOSED && !isOwn(draft, who);
        drafts.move(draft, state, State.EDITING);
        acts.note(draft, other ? Act.Kind.RETURNED : Act.Kind.TAKEN_BACK, who.user(), reason.strip());
    }

    /** It will never come into force. */
    @Transactional
    public void withdraw(int draft, String reason, Administrator who) {
        editing(draft);
        needsReason(reason);
        drafts.move(draft, State.EDITING, State.WITHDRAWN);
        acts.note(draft, Act.Kind.WITHDRAWN, who.user(), reason.strip());
    }

    /** True if this person created the 改定案, ever changed a file or the 経過措置 of it, or proposed it. */
    public boolean isOwn(int draft, Administrator who) {
        Draft own = drafts.draft(draft);
        return own.createdBy().equals(who.user())
                || who.user().equals(publications.of(draft).proposedBy())
                || database.sql("select exists (select 1 from procedure_draft_hand where draft_id = ? and person = ?)")
                        .params(draft, who.user())
                        .query(Boolean.class)
                        .single();
    }

    private void refuseOwn(int draft, Administrator who) {
        if (isOwn(draft, who)) {
            throw new NotNowException(List.of("自分が作った、変えた、または承認を求めた改定案は、自分では承認できません。ほかの手続管理者に承認してもらってください。"));
        }
    }

    private void touched(int draft, Administrator who) {
        database.sql("insert into procedure_draft_hand (draft_id, person) values (?, ?) on conflict do nothing")
                .params(draft, who.user())
                .update();
    }

    /** Nobody saves a file, or moves it on, while this is being decided. */
    private void hold(int draft) {
        database.sql("select 1 from procedure_draft where id = ? for update")
                .param(draft)
                .query(Integer.class)
                .optional();
    }

    private void editing(int draft) {
        hold(draft);
        if (drafts.draft(draft).state() != State.EDITING) {
            throw new NotNowException(List.of("この改定案は編集中ではないので、変えられません。ページを開き直してください。"));
        }
    }

    private void proposed(int draft) {
        hold(draft);
        if (drafts.draft(draft).state() != State.PROPOSED) {
            throw new NotNowException(List.of("この改定案は承認待ちではありません。ページを開き直してください。"));
        }
    }

    private static void needsReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new NotNowException(List.of("理由を書いてください。"));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(WorkingDays.TOKYO));
    }
}
