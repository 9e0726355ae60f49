package jp.tsunagu.referral;

import java.util.List;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/** No data leaves the house without a standing consent that covers the receiver, or another ground (要領 第9条第2号, 第12条). */
@Component
class DisclosureGround {

    private static final String FIELD = "referralGround";

    private final Cases cases;

    DisclosureGround(Cases cases) {
        this.cases = cases;
    }

    List<Refusal> check(Submission submission) {
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
