package jp.tsunagu.referral;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.engine.Decisions;
import jp.tsunagu.engine.Names;
import org.springframework.stereotype.Component;

/** Whether a handover counts by the clock, by table {@code handoverUrgency}: no bed, no food or no medicine cannot wait (要領 第9条第5号). */
@Component
class HandoverUrgency {

    private static final String SINCE = "welfareNeedSince";

    private final Decisions decisions;
    private final Clock clock;

    HandoverUrgency(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What the process of the handover has to know from its start. */
    Map<String, Object> of(String caseNumber, int procedureSet) {
        boolean sameDay =
                decisions.rows(procedureSet, "handoverUrgency", Map.of(Names.CASE_NUMBER, caseNumber)).stream()
                        .anyMatch(row -> Boolean.TRUE.equals(row.get("sameDay")));
        return Map.of("sameDay", sameDay, SINCE, Date.from(clock.instant()));
    }

    /** A handover that is offered again is watched from then on; what was promised before is void. */
    Map<String, Object> again() {
        Map<String, Object> facts = new HashMap<>();
        facts.put(SINCE, Date.from(clock.instant()));
        facts.put("nextContactDate", null);
        return facts;
    }
}
