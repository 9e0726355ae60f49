package jp.tsunagu.oversight.forecast;

/** Which stays the forecast follows: those in which a case waits. */
final class WaitingSteps {

    /**
     * SQL over {@code stay s join diagram_step d}. A call activity waits for the steps of the called process, which are here
     * themselves; an event that has just happened lasts no time.
     */
    static final String CONDITION = """
             s.case_number <> '' and (d.kind = 'userTask'
              or d.kind in ('receiveTask', 'eventBasedGateway', 'intermediateCatchEvent', 'intermediateTimer', 'intermediateSignalCatch',
                            'intermediateConditional', 'intermediateMessageCatch')
                and (s.left_at is null or s.left_at > s.entered_at + interval '2 seconds'))
            """;

    /**
     * SQL, where {@code e} is the number of the day it began, {@code t} that of its target, {@code k} what is usual: by how much the target
     * is later than usual. A stay that was paused, or whose target was moved, is as if it had begun so much later.
     */
    static final String LONGER_TARGET = "greatest(0, coalesce(t.number - e.number - k.target_days, 0))";

    private WaitingSteps() {}
}
