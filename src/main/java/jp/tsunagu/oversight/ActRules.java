package jp.tsunagu.oversight;

import java.util.Collections;
import java.util.Optional;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.TaskGate;
import jp.tsunagu.oversight.Awaited.Party;
import org.springframework.stereotype.Component;

/**
 * Who may act on a step that stands still: the ward's line on the ward's steps, 主任 on the centre's and on what other bodies are being
 * asked for.
 */
@Component
class ActRules {

    private static final String WARDS = "区の手順です。区の担当・係長・課長が手を打てます。";
    private static final String CENTRES = "センターの手順です。主任相談支援員が手を打てます。";
    private static final String NOT_YOURS_TO_GIVE = "担当を替えられるのは、センターの手順は主任相談支援員、区の担当の手順は係長です。";

    private final TaskGate gate;
    private final WaitingFor waitingFor;

    ActRules(TaskGate gate, WaitingFor waitingFor) {
        this.gate = gate;
        this.waitingFor = waitingFor;
    }

    /** Why this person must not act on it; empty if they may. */
    Optional<String> refuse(Overseer who, StuckStay stay) {
        boolean wards =
                stay.role() == null ? waitingFor.of(stay).party() == Party.WARD : Roles.WARD.contains(stay.role());
        if (wards) {
            return Collections.disjoint(who.groups(), Roles.WARD) ? Optional.of(WARDS) : Optional.empty();
        }
        return who.groups().contains(Roles.CHIEF) ? Optional.empty() : Optional.of(CENTRES);
    }

    /** Whether Tasklist shows this person the task: whoever has it, may take it or oversees it. */
    boolean sees(Overseer who, StuckStay stay) {
        if (stay.taskId() == null) {
            return false;
        }
        boolean takes = stay.assignee() == null && !Collections.disjoint(stay.candidates(), who.groups());
        return takes
                || who.user().equals(stay.assignee())
                || !Collections.disjoint(stay.candidates(), gate.overseenGroups(who.groups()));
    }

    /** Why this person must not give the task to somebody else; empty if they may. */
    Optional<String> refuseGiving(Overseer who, StuckStay stay) {
        return gate.mayReassign(who.groups(), stay.candidates()) ? Optional.empty() : Optional.of(NOT_YOURS_TO_GIVE);
    }
}
