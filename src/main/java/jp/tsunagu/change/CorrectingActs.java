package jp.tsunagu.change;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.engine.MessageRules;
import org.springframework.stereotype.Component;

/** What can be done instead, once a step can no longer be taken back: an act of its own that puts things right. */
@Component
class CorrectingActs {

    private static final List<CaseEvent> EVENTS =
            List.of(CaseEvent.EVALUATION_NEEDED, CaseEvent.PLAN_CHANGE_NEEDED, CaseEvent.WELFARE_NEEDED);

    private final MessageRules rules;

    CorrectingActs(MessageRules rules) {
        this.rules = rules;
    }

    /**
     * An act.
     *
     * @param address where it is done; null where no page does it
     */
    record Act(String label, String what, String address) {}

    /** Those that are possible now. */
    List<Act> of(String user, String caseNumber) {
        List<Act> acts = new ArrayList<>();
        for (CaseEvent event : EVENTS) {
            if (isPossible(user, caseNumber, event)) {
                acts.add(new Act(event.label(), what(event), "/cases/" + caseNumber + "/events/" + event.message()));
            }
        }
        acts.add(new Act("支援経過記録に書く", "間違いと正しい内容、理由を、新しい記録として残します。前の記録は消えません。", "/cases/" + caseNumber + "/records"));
        return acts;
    }

    private boolean isPossible(String user, String caseNumber, CaseEvent event) {
        return rules.mainInstance(caseNumber).isPresent()
                && rules.refusePerson(user, caseNumber, event.message()).isEmpty()
                && rules.refuseState(user, caseNumber, event.message()).isEmpty();
    }

    private static String what(CaseEvent event) {
        return switch (event) {
            case EVALUATION_NEEDED -> "評価をやり直し、会議で続け方を決め直します。";
            case PLAN_CHANGE_NEEDED -> "目標・支援・期間・提供者を直すときに使います。アセスメントから作り直します。";
            case WELFARE_NEEDED -> "福祉事務所へのつなぎを始めます。前のつなぎが終わっていても、もう一度始められます。";
            default -> "";
        };
    }
}
