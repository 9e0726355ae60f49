package jp.tsunagu.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.work.SupervisorAct;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.stereotype.Component;

/** Does the same with each of several stays, each for itself: what is refused says why, the rest is done. */
@Component
class StuckDesk {

    private static final String GONE = "この手順は、もう終わっています（ほかの人が完了したか、ケースが先へ進みました）。";
    private static final String CHANGED = "ほかの人が同時にこのタスクを変えました。今の様子を確かめて、もう一度押してください。";

    private final StuckReader reader;
    private final ActRules rules;
    private final StuckActs acts;

    StuckDesk(StuckReader reader, ActRules rules, StuckActs acts) {
        this.reader = reader;
        this.rules = rules;
        this.acts = acts;
    }

    /**
     * A stay about which nothing was done.
     *
     * @param caseNumber null if the stay is not known any more
     */
    record Refused(String caseNumber, String reason) {}

    /** What was refused, by stay. */
    Map<String, Refused> each(Overseer who, Intent intent) {
        Map<String, Refused> refused = new HashMap<>();
        SupervisorAct act = intent.what().orElseThrow();
        for (String id : intent.ids()) {
            Optional<StuckStay> stay =
                    reader.read(who.user(), List.of(id)).stream().findFirst();
            String number = stay.map(StuckStay::caseNumber).orElse(null);
            stay.filter(StuckStay::open)
                    .map(open -> tried(who, act, open, intent))
                    .orElse(Optional.of(GONE))
                    .ifPresent(reason -> refused.put(id, new Refused(number, reason)));
        }
        return refused;
    }

    private Optional<String> tried(Overseer who, SupervisorAct act, StuckStay stay, Intent intent) {
        Optional<String> notTheirs = rules.refuse(who, stay)
                .or(() -> act == SupervisorAct.REASSIGNED && stay.taskId() != null
                        ? rules.refuseGiving(who, stay)
                        : Optional.empty());
        if (notTheirs.isPresent()) {
            return notTheirs;
        }
        try {
            perform(who, act, stay, intent);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(words(e));
        } catch (BadUserRequestException e) {
            return Optional.of(reason(e));
        } catch (AuthorizationException e) {
            return Optional.of(e.getMessage());
        } catch (NullValueException e) {
            return Optional.of(GONE);
        } catch (OptimisticLockingException e) {
            return Optional.of(CHANGED);
        }
    }

    /** What the rules of who may have a task say comes wrapped by the engine. */
    private static String reason(BadUserRequestException wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return words(refused);
            }
        }
        return wrapped.getMessage();
    }

    private static String words(RefusedException refused) {
        return String.join(" ", refused.refusals().stream().map(Refusal::reason).toList());
    }

    private void perform(Overseer who, SupervisorAct act, StuckStay stay, Intent intent) {
        switch (act) {
            case REMINDED -> acts.remind(who, stay);
            case REASSIGNED -> acts.reassign(who, stay, intent.colleague());
            case ESCALATED -> acts.escalate(who, stay);
            case NOTED -> acts.note(who, stay, intent);
        }
    }
}
