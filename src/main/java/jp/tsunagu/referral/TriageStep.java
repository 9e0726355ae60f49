package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.casefile.CaseStatus;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 振り分け and スクリーニング (要領 第9条第3号・第5号): whoever needs 生活保護 is not sent home with information and not passed on
 * elsewhere; a need to be considered gets a written answer and a date.
 */
@Component
class TriageStep implements StepHandler {

    private static final String TRIAGE = "decideTriage";
    private static final String SCREEN = "screen";
    private static final String SENT_AWAY =
            "生活保護が必要と判定されています。確実に福祉事務所につなげます（要領 第9条第5号）。" + "「福祉事務所へつなぐ」か「継続して支援する」を選んでください。";
    private static final String CLOSED_AWAY = "生活保護が必要と判定されています。福祉事務所へのつなぎが終わるまで、終了・他機関だけのつなぎにはできません（要領 第9条第5号）。";

    private final WelfareNeed welfareNeed;
    private final Cases cases;
    private final CaseInstances instances;

    TriageStep(WelfareNeed welfareNeed, Cases cases, CaseInstances instances) {
        this.welfareNeed = welfareNeed;
        this.cases = cases;
        this.instances = instances;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TRIAGE, SCREEN);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        String need = welfareNeed.of(submission.caseNumber(), submission.procedureSet());
        if (need.equals(WelfareNeed.REQUIRED)) {
            if (submission.is("triageResult", "informationOnly") || submission.is("triageResult", "referOther")) {
                refusals.add(Refusal.ofField("triageResult", SENT_AWAY));
            }
            if (submission.is("screeningResult", "closure") || submission.is("screeningResult", "referOther")) {
                refusals.add(Refusal.ofField("screeningResult", CLOSED_AWAY));
            }
        }
        if (need.equals(WelfareNeed.CONSIDER)) {
            if (submission.text("welfareConsideration").isEmpty()) {
                refusals.add(Refusal.ofField("welfareConsideration", "生活保護の判定が「検討」です。検討の内容を書いてください。"));
            }
            if (submission.date("welfareReviewDate").isEmpty()) {
                refusals.add(Refusal.ofField("welfareReviewDate", "生活保護の判定が「検討」です。検討の期日を決めてください。"));
            }
        }
        refusals.addAll(missingForResult(submission));
        return refusals;
    }

    private List<Refusal> missingForResult(Submission submission) {
        List<Refusal> refusals = new ArrayList<>();
        boolean goesOn = submission.step().equals(TRIAGE) && !submission.is("triageResult", "informationOnly");
        if (goesOn && submission.date("nextContactDate").isEmpty()) {
            refusals.add(Refusal.ofField("nextContactDate", "次回の期日を決めてください。続くケースには、必ず次の期日が要ります。"));
        }
        if (submission.is("screeningResult", "plan") && !applied(submission)) {
            refusals.add(Refusal.ofField(
                    "screeningResult", "申込みがまだです。申込みを受けるまで、プランには進めません。「③引き続き働きかける」を選ぶと、申込みに戻ります（要領 第9条第2号）。"));
        }
        return refusals;
    }

    @Override
    public void record(Submission submission) {
        // after the application a case ends only by 終結, where 主任 records why (要領 第9条第9号)
        if (submission.is("triageResult", "informationOnly") && !applied(submission)) {
            cases.become(submission.caseNumber(), CaseStatus.CLOSED, submission.actDate());
            instances.caseEnded(submission.caseNumber(), submission.processInstanceId());
        }
        if (submission.is("screeningResult", "suspend")) {
            cases.become(submission.caseNumber(), CaseStatus.SUSPENDED, submission.actDate());
        }
    }

    private boolean applied(Submission submission) {
        return cases.field(submission.caseNumber(), "applied").asBoolean();
    }
}
