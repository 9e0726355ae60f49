package jp.tsunagu.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.Correction;
import jp.tsunagu.casefile.DoneStep;
import jp.tsunagu.casefile.DoneSteps;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.engine.StepBack;
import jp.tsunagu.engine.StepBack.Reopened;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.referral.WelfareNeed;
import jp.tsunagu.work.ReopenedTasks;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 訂正: 主任 takes the last step of a case back, with a reason, as long as nothing has left the house. Process, case file and
 * dates go back in one transaction to what they were before the step; the document stays as a version that no longer counts.
 */
@Component
class Corrections {

    private static final int LONGEST_REASON = 2000;

    private final Cases cases;
    private final CaseDocuments documents;
    private final CaseReaders readers;
    private final DoneSteps doneSteps;
    private final CorrectionRules rules;
    private final StepBack stepBack;
    private final ReopenedTasks reopenedTasks;
    private final WelfareNeed welfareNeed;
    private final Members members;

    Corrections(
            Cases cases,
            CaseDocuments documents,
            CaseReaders readers,
            DoneSteps doneSteps,
            CorrectionRules rules,
            StepBack stepBack,
            ReopenedTasks reopenedTasks,
            WelfareNeed welfareNeed,
            Members members) {
        this.cases = cases;
        this.documents = documents;
        this.readers = readers;
        this.doneSteps = doneSteps;
        this.rules = rules;
        this.stepBack = stepBack;
        this.reopenedTasks = reopenedTasks;
        this.welfareNeed = welfareNeed;
        this.members = members;
    }

    /**
     * The last step of a case, and what taking it back would mean.
     *
     * @param name what the diagram calls it
     * @param refusal why it cannot be taken back; empty if it can
     */
    record Last(DoneStep step, String name, Optional<String> refusal, List<String> closes, List<String> reopens) {}

    /** Whether this person may take steps back; whoever may read the case may see what was taken back. */
    boolean mayCorrect(String user) {
        return members.groupsOf(user).contains(Roles.CHIEF);
    }

    /**
     * The last step of the main process.
     *
     * @throws AuthorizationException if this person may not read the case
     */
    @Transactional
    public Optional<Last> last(String user, String caseNumber) {
        checkReader(user, caseNumber);
        documents.accessed(user, caseNumber, "閲覧", "corrections");
        CaseRef of = cases.find(caseNumber);
        return doneSteps.last(caseNumber).map(done -> {
            Optional<String> refusal = rules.refuse(user, of, done);
            StepBack.Preview preview = refusal.isPresent()
                    ? new StepBack.Preview(List.of(), List.of(), Set.of(), false)
                    : stepBack.preview(CorrectionRules.asDone(of, done));
            return new Last(done, name(done.step(), done.taskId()), refusal, preview.closes(), preview.reopens());
        });
    }

    List<Correction> made(String caseNumber) {
        return doneSteps.corrections(caseNumber);
    }

    String name(String step, String taskId) {
        return taskId == null ? CaseEvent.of(step).map(CaseEvent::label).orElse("相談受付") : stepBack.nameOfTask(taskId);
    }

    private void checkReader(String user, String caseNumber) {
        if (!readers.mayRead(user, caseNumber)) {
            throw new AuthorizationException("このケースは、担当の人と主任だけが開けます。");
        }
    }

    /**
     * Takes the last step back.
     *
     * @param document the step that the person saw: if another one has come since, nothing happens
     * @throws RefusedException if it cannot be
     */
    @Transactional
    public void takeBack(String user, String caseNumber, UUID document, String reason) {
        checkReader(user, caseNumber);
        if (!readers.mayWrite(user, caseNumber) || !mayCorrect(user)) {
            throw new AuthorizationException("訂正できるのは、主任相談支援員だけです。");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RefusedException.ofAct("訂正の理由を、2000字までで書いてください。");
        }
        documents.lock(caseNumber);
        CaseRef of = cases.find(caseNumber);
        DoneStep done = doneSteps
                .last(caseNumber)
                .filter(last -> last.document().equals(document))
                .orElseThrow(() -> RefusedException.ofAct("この間に、ケースが進みました。最後の手順を確かめて、もう一度選んでください。"));
        rules.refuse(user, of, done).ifPresent(refusal -> {
            throw RefusedException.ofAct(refusal);
        });
        goBack(user, of, done, reason.strip());
    }

    private void goBack(String user, CaseRef of, DoneStep done, String reason) {
        Submission wrong = rules.submission(of, done);
        boolean needed = welfareNeed.isRequired(of.number(), wrong.procedureSet());
        List<Reopened> reopened = stepBack.goBack(CorrectionRules.asDone(of, done));
        reopened.forEach(task -> reopenedTasks.restore(task.taskId(), task.deadline()));
        String again = reopened.stream()
                .filter(task -> task.step().equals(done.step()))
                .map(Reopened::taskId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no task of " + done.step() + " came back"));
        doneSteps.takeBack(of.number(), done, reason, user, again);
        stepBack.undo(wrong);
        // I-01: a wish to apply, or any other ground, is not unsaid by going back
        if (needed && !welfareNeed.isRequired(of.number(), wrong.procedureSet())) {
            throw RefusedException.ofAct("この手順の記録から、生活保護が必要と判定されています。手順を戻すと、その必要が消えるため、戻せません。"
                    + "必要がないと分かったときは、福祉事務所へのつなぎの中で、主任が理由を確かめて記録します（要領 第9条第5号）。");
        }
    }
}
