package jp.tsunagu.plan;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import org.springframework.stereotype.Component;

/** A case that nobody wants discussed any more leaves the agenda, with a note; a withdrawal that was not meant brings it back. */
@Component
class AgendaDrop implements StepHandler {

    private static final String CONFIRM = "confirmWithdrawal";
    private static final Map<String, String> REASONS = Map.of(
            "personDied", "本人の死亡",
            "applicationWithdrawn", "申込みの取下げ",
            "closeEarly", "終結",
            "closeCase", "終結");

    private final ConferenceTable table;
    private final ConferenceNotes notes;
    private final Cases cases;
    private final EntityManager database;

    AgendaDrop(ConferenceTable table, ConferenceNotes notes, Cases cases, EntityManager database) {
        this.table = table;
        this.notes = notes;
        this.cases = cases;
        this.database = database;
    }

    @Override
    public Set<String> steps() {
        return Set.of("personDied", "applicationWithdrawn", "closeEarly", "closeCase", CONFIRM);
    }

    @Override
    public void record(Submission submission) {
        boolean staysOpen = submission.step().equals("closeEarly") && !submission.yes("closingConfirmed");
        boolean confirmed = submission.step().equals(CONFIRM) && submission.yes("withdrawalConfirmed");
        if (staysOpen || confirmed) {
            return;
        }
        boolean back = submission.step().equals(CONFIRM);
        table.open(cases.find(submission.caseNumber()).id()).stream()
                .filter(item -> item.isDropped() == back)
                .forEach(item -> {
                    if (back) {
                        item.restored();
                        note(item, submission, "を議題に戻しました（取下げの取消し）。");
                    } else {
                        String reason = REASONS.get(submission.step());
                        item.dropped(reason, submission.actDate());
                        note(item, submission, "を議題から外しました（" + reason + "）。");
                    }
                });
        database.flush();
    }

    private void note(ConferenceItem item, Submission submission, String text) {
        notes.add(item.conference().id(), submission.caseNumber() + " " + text, submission.user());
    }
}
