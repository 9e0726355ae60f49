package jp.tsunagu.oversight.forecast;

/** How long a stay takes, in working days: with what chance one that has lasted until a day ends on that day. */
final class WaitingTime {

    private final double[] endsOn;

    WaitingTime(double[] endsOn) {
        this.endsOn = endsOn.clone();
    }

    /** The chance that a stay that has lasted until this day ends on it. */
    double endsOn(int day) {
        return endsOn[Math.min(day, endsOn.length - 1)];
    }

    /**
     * The chances that a stay which has lasted so long ends today, in one working day, in two …
     *
     * @param waited working days that it has lasted at the beginning of today
     * @param days how far ahead
     */
    double[] remaining(int waited, int days) {
        double[] chances = new double[days + 1];
        double still = 1;
        for (int day = 0; day <= days; day++) {
            chances[day] = still * endsOn(waited + day);
            still -= chances[day];
        }
        return chances;
    }
}
