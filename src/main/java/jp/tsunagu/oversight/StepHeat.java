package jp.tsunagu.oversight;

/** What is known of one step of a process, over all versions of its diagram that the filter lets through. */
final class StepHeat {

    private final WaitedDays waitingNow = new WaitedDays();
    private final WaitedDays waited = new WaitedDays();
    private long overTarget;
    private long cancelled;
    private long measured;
    private long late;
    private long again;
    private long escalated;

    /** Stays that have not ended, of which so many are beyond their target. */
    void addOpen(int days, long stays, long beyond, long repeated, long brought) {
        waitingNow.add(days, stays);
        overTarget += beyond;
        again += repeated;
        escalated += brought;
    }

    /** Stays that ended in the period. */
    void addLeft(int days, long done, long notDone, long withTarget, long beyond, long repeated, long brought) {
        waited.add(days, done);
        cancelled += notDone;
        measured += withTarget;
        late += beyond;
        again += repeated;
        escalated += brought;
    }

    /** Takes in the figures of another step, to show both as one. */
    void add(StepHeat other) {
        waitingNow.add(other.waitingNow);
        waited.add(other.waited);
        overTarget += other.overTarget;
        cancelled += other.cancelled;
        measured += other.measured;
        late += other.late;
        again += other.again;
        escalated += other.escalated;
    }

    /** Working days that the open stays have lasted so far. */
    WaitedDays waitingNow() {
        return waitingNow;
    }

    /** Working days that the stays lasted which were done in the period. */
    WaitedDays waited() {
        return waited;
    }

    /** Open stays beyond their target; while a case waits for the person its target does not count. */
    long overTarget() {
        return overTarget;
    }

    /** Stays that ended in the period because something else happened. */
    long cancelled() {
        return cancelled;
    }

    /** Stays done in the period that had a target. */
    long measured() {
        return measured;
    }

    /** Those of them that were done after it. */
    long late() {
        return late;
    }

    /** Stays, open or ended in the period, of cases that had been in the step before. */
    long again() {
        return again;
    }

    /** Stays, open or ended in the period, that were brought before the next person up. */
    long escalated() {
        return escalated;
    }
}
