package jp.tsunagu.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * A つなぎ tells another desk something: no data without a standing consent that covers the receiver and the item, or another
 * ground that is named; and none without a line in the record (要領 第9条第2号, 第12条).
 */
@Component
class HandoverDisclosure implements StepHandler {

    private static final String REFERRAL = "sendReferral";
    private static final String WELFARE = "handOverToWelfareOffice";
    private static final String TRANSFER = "handOverToNewMunicipality";
    private static final String GROUND = "referralGround";
    private static final String ITEMS = "sharedItems";

    private final Disclosures disclosures;
    private final DisclosureTable table;

    HandoverDisclosure(Disclosures disclosures, DisclosureTable table) {
        this.disclosures = disclosures;
        this.table = table;
    }

    @Override
    public Set<String> steps() {
        return Set.of(REFERRAL, WELFARE, TRANSFER);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        if (!submission.step().equals(REFERRAL) || submission.is(GROUND, "personGoes")) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        if (submission.choices(ITEMS).isEmpty()) {
            refusals.add(Refusal.ofField(ITEMS, "渡す情報を選んでください。何も渡さないときは、根拠で「本人が自分で行く」を選んでください。"));
        }
        boolean uncovered = submission.is(GROUND, Ground.CONSENT)
                && disclosures
                        .scope(
                                submission.caseNumber(),
                                submission.text("referralAgency").orElse(""),
                                submission.actDate())
                        .isEmpty();
        if (uncovered) {
            refusals.add(
                    Refusal.ofField(GROUND, "このつなぎ先への情報共有の同意がありません（取り下げられたか、範囲の外です）。本人に確かめて、今回の引継ぎへの同意などを選んでください。"));
        }
        if (refusals.isEmpty()) {
            told(submission)
                    .flatMap(disclosures::refuse)
                    .ifPresent(reason -> refusals.add(Refusal.ofField(ITEMS, reason)));
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        told(submission).ifPresent(disclosures::disclose);
    }

    /** What the form tells; empty if the person goes without anything being told. */
    private Optional<Disclosure> told(Submission submission) {
        return switch (submission.step()) {
            case WELFARE ->
                submission.is("welfareWish", "wants")
                        ? Optional.of(told(submission, "welfareOffice", "welfareOfficeName", "生活保護の相談・申請へのつなぎ"))
                        : Optional.empty();
            case TRANSFER ->
                submission.yes("transferWanted")
                        ? Optional.of(told(submission, "municipality", "transferOffice", "転出先への引継ぎ"))
                        : Optional.empty();
            default ->
                submission.is(GROUND, "personGoes")
                        ? Optional.empty()
                        : Optional.of(told(
                                submission,
                                submission.text("referralAgency").orElse(""),
                                "referralOffice",
                                "他の機関へのつなぎ（つなぎ票）"));
        };
    }

    private Disclosure told(Submission submission, String body, String receiver, String purpose) {
        return new Disclosure(
                submission.caseNumber(),
                submission.actDate(),
                body,
                submission.text(receiver).orElse(""),
                items(submission),
                Ground.of(submission),
                purpose,
                submission.step(),
                null,
                null,
                submission.user());
    }

    private Set<String> items(Submission submission) {
        return switch (submission.step()) {
            case WELFARE -> table.slipOf(WELFARE);
            case TRANSFER -> new LinkedHashSet<>(submission.choices("transferItems"));
            default -> new LinkedHashSet<>(submission.choices(ITEMS));
        };
    }
}
