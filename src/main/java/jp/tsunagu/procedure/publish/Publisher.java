package jp.tsunagu.procedure.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.procedure.Origin;
import jp.tsunagu.procedure.SetPublisher;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Finding.Severity;
import jp.tsunagu.procedure.draft.Draft;
import jp.tsunagu.procedure.draft.Draft.State;
import jp.tsunagu.procedure.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts into force what was approved once its day has come, also when no node was running on that day: the new versions, the new
 * set and the list of cases to move in one transaction. One node does it.
 */
@Component
class Publisher {

    private final Publications publications;
    private final Drafts drafts;
    private final NewProcedure procedures;
    private final Proposals proposals;
    private final SetPublisher sets;
    private final Migrations migrations;
    private final ActBook acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publisher(
            Publications publications,
            Drafts drafts,
            NewProcedure procedures,
            Proposals proposals,
            SetPublisher sets,
            Migrations migrations,
            ActBook acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.publications = publications;
        this.drafts = drafts;
        this.procedures = procedures;
        this.proposals = proposals;
        this.sets = sets;
        this.migrations = migrations;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything that is due, the earliest first; the next waits until the cases of the one before have moved. */
    void look() {
        Publication next = due();
        while (next != null) {
            publish(next);
            Publication after = due();
            next = after == null || after.draft() == next.draft() ? null : after;
        }
    }

    private Publication due() {
        return publications.due(LocalDate.now(clock.withZone(WorkingDays.TOKYO))).stream()
                .findFirst()
                .orElse(null);
    }

    private void publish(Publication due) {
        try {
            transaction.executeWithoutResult(status -> {
                if (migrations.isMyTurn()) {
                    publishNow(due.draft());
                }
            });
        } catch (ProcessEngineException | IllegalArgumentException e) {
            // nothing of it was done; whoever wrote it has to mend it
            transaction.executeWithoutResult(status -> stop(due.draft(), "エンジンがこの手続を受け付けませんでした。図・表・入力フォームを確かめてください。"));
        }
    }

    private void publishNow(int id) {
        int before = sets.lock();
        Draft draft = drafts.draft(id);
        if (draft.state() != State.APPROVED) {
            return;
        }
        List<String> inTheWay = inTheWay(id, draft, before);
        if (!inTheWay.isEmpty()) {
            stop(id, String.join(" ", inTheWay));
            return;
        }
        Publication publication = publications.of(id);
        int set = sets.open(
                procedures.change(id),
                new Origin(
                        Origin.ADMINISTRATOR,
                        draft.title(),
                        draft.reason(),
                        publication.approvedBy(),
                        publication.effectiveOn(),
                        id,
                        null));
        publications.published(id, set);
        drafts.move(id, State.APPROVED, State.PUBLISHED);
        acts.note(id, Act.Kind.PUBLISHED, null, null);
        migrations.begin(set, id, false);
    }

    /** What was approved is looked at again only if another set has come into force since it began. */
    private List<String> inTheWay(int id, Draft draft, int present) {
        List<String> inTheWay = new ArrayList<>();
        if (draft.baseSet() == present) {
            return inTheWay;
        }
        List<String> overtaken = procedures.overtaken(id);
        if (!overtaken.isEmpty()) {
            inTheWay.add("ほかの改定が先に同じファイルを変えました（" + String.join("、", overtaken) + "）。");
            return inTheWay;
        }
        List<Finding> errors = proposals.findings(id).stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            inTheWay.add("いまの手続と合わせると、点検の誤りが " + errors.size() + " 件あります。");
        }
        return inTheWay;
    }

    private void stop(int id, String reason) {
        drafts.move(id, State.APPROVED, State.EDITING);
        acts.note(id, Act.Kind.STOPPED, null, reason);
    }
}
