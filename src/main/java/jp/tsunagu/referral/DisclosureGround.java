package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** No data leaves the house without a standing consent that covers the receiver, or another ground, and none without saying what it is (要領 第9条第2号, 第12条). */
@Component
class DisclosureGround {

    private static final String FIELD = "referralGround";
    private static final String ITEMS = "sharedItems";

    private final Cases cases;

    DisclosureGround(Cases cases) {
        this.cases = cases;
    }

    List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>(ground(submission));
        if (!submission.is(FIELD, "personGoes") && submission.choices(ITEMS).isEmpty()) {
            refusals.add(Refusal.ofField(ITEMS, "渡す情報を選んでください。何も渡さないときは、根拠で「本人が自分で行く」を選んでください。"));
        }
        return refusals;
    }

    private List<Refusal> ground(Submission submission) {
        if (!submission.is(FIELD, "consent")) {
            return List.of();
        }
        String agency = submission.text("referralAgency").orElse("");
        boolean covered = cases.consent(submission.caseNumber())
                .filter(consent -> consent.covers(agency, submission.actDate()))
                .isPresent();
        return covered
                ? List.of()
                : List.of(
                        Refusal.ofField(FIELD, "このつなぎ先への情報共有の同意がありません（取り下げられたか、範囲の外です）。本人に確かめて、今回の引継ぎへの同意などを選んでください。"));
    }
}
