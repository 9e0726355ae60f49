package jp.tsunagu.referral;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.notice.NoticeKind;
import jp.tsunagu.notice.Notices;
import org.springframework.stereotype.Component;

/** The forms of a つなぎ write into its record: to whom, when, who received it. Without a receipt there is no end (要領 第9条第5号). */
@Component
class HandoverSteps implements StepHandler {

    private static final String HAND_OVER = "handOverToWelfareOffice";
    private static final String RECEIPT = "confirmReceipt";
    private static final String REVIEW = "reviewUnwillingness";
    private static final String OUTCOME = "recordWelfareOutcome";
    private static final String SEND = "sendReferral";
    private static final String REPLY = "confirmReferralReceipt";

    private final Referrals referrals;
    private final HandoverUrgency urgency;
    private final Notices notices;
    private final Clock clock;

    HandoverSteps(Referrals referrals, HandoverUrgency urgency, Notices notices, Clock clock) {
        this.referrals = referrals;
        this.urgency = urgency;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of(HAND_OVER, RECEIPT, REVIEW, OUTCOME, SEND, REPLY);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        if (submission.step().equals(RECEIPT)) {
            boolean future = submission
                    .dateTime("receivedAt")
                    .filter(at -> at.isAfter(LocalDateTime.now(clock)))
                    .isPresent();
            return future ? List.of(Refusal.ofField("receivedAt", "受領の日時が、今より後になっています。")) : List.of();
        }
        boolean ends = submission.step().equals(OUTCOME);
        return ends && !referrals.of(submission.processInstanceId()).isReceived()
                ? List.of(Refusal.ofAct("福祉事務所の受領（誰が、いつ）が記録されていません（要領 第9条第5号）。"))
                : List.of();
    }

    @Override
    public void record(Submission submission) {
        Referral referral = referrals.of(submission.processInstanceId());
        switch (submission.step()) {
            case HAND_OVER -> {
                if (submission.is("welfareWish", "wants")) {
                    referral.handedOver(submission.text("welfareOfficeName").orElseThrow(), submission.actDate());
                    notices.toRole(
                            submission.caseNumber(),
                            NoticeKind.REFERRAL,
                            Roles.WELFARE_OFFICE,
                            submission.taskId(),
                            JsonNodeFactory.instance.objectNode());
                }
            }
            case RECEIPT -> {
                referral.received(
                        submission.text("receivedBy").orElseThrow(),
                        submission.dateTime("receivedAt").orElseThrow());
                answered(submission, NoticeKind.REFERRAL, Roles.WELFARE_OFFICE);
                answered(submission, NoticeKind.HANDOVER_OVERDUE, Roles.CHIEF);
            }
            case SEND -> referral.handedOver(submission.text("referralOffice").orElseThrow(), submission.actDate());
            case REPLY ->
                submission
                        .text("referralReceivedBy")
                        .ifPresent(
                                by -> referral.received(by, submission.actDate().atStartOfDay()));
            default -> {
                // the outcome is written when the process reports it
            }
        }
    }

    private void answered(Submission submission, NoticeKind kind, String role) {
        notices.readAll(submission.caseNumber(), kind, role, submission.actDate(), submission.user());
    }

    @Override
    public Map<String, Object> derive(Submission submission) {
        return submission.step().equals(REVIEW) ? urgency.again() : Map.of();
    }
}
