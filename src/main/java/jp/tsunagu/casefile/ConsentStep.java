package jp.tsunagu.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 相談申込・受付票(第1号様式): application and consent (要領 第9条第2号). What must be known binds when the application is signed;
 * neither a missing application nor a refused consent stops the consultation.
 */
@Component
class ConsentStep implements StepHandler {

    private final CaseLookup cases;
    private final Consents consents;

    ConsentStep(CaseLookup cases, Consents consents) {
        this.cases = cases;
        this.consents = consents;
    }

    @Override
    public Set<String> steps() {
        return Set.of("obtainApplicationAndConsent");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        if (submission.yes("applied")) {
            require(submission, "name", "申込みには氏名が必要です。", refusals);
            require(submission, "kana", "申込みにはふりがなが必要です。", refusals);
            require(submission, "birthDate", "申込みには生年月日が必要です。", refusals);
            if (!submission.yes("noFixedAddress")) {
                require(submission, "address", "住所を入力するか「住所不定」を選んでください。", refusals);
            }
            if (submission.text("phone").isEmpty()
                    && submission.text("email").isEmpty()
                    && submission.text("contactNote").isEmpty()) {
                refusals.add(Refusal.ofField("phone", "電話・メール・そのほかの連絡方法のどれか一つを入力してください。"));
            }
        }
        return refusals;
    }

    private static void require(Submission submission, String field, String reason, List<Refusal> refusals) {
        if (submission.text(field).isEmpty()) {
            refusals.add(Refusal.ofField(field, reason));
        }
    }

    @Override
    public void record(Submission submission) {
        SupportCase supportCase = cases.get(submission.caseNumber());
        Consent given = Consent.given(
                supportCase.id(),
                submission.text("consent").orElseThrow(),
                submission.choices("consentScope"),
                submission.date("consentDate").orElse(submission.actDate()),
                submission.text("applicationManner").orElse(null),
                submission.text("explainedBy").orElse(null));
        consents.standing(supportCase.id()).ifPresent(before -> before.replaced(given, submission.actDate()));
        consents.save(submission.is("consent", "partial") ? given.about(submission.choices("consentItems")) : given);
    }

    @Override
    public void undo(Submission done) {
        consents.standing(cases.get(done.caseNumber()).id()).ifPresent(given -> {
            given.takeBack();
            consents.findByReplacedBy(given.id()).ifPresent(Consent::standAgain);
        });
    }
}
