package jp.tsunagu.oversight.forecast;

import java.util.Arrays;

/**
 * How many stays ended after so many working days, and how many are still waiting after so many. What is open is counted
 * too: if only ended stays counted, the long ones would be forgotten (Kaplan–Meier).
 */
final class WaitedCounts {

    /** About a year of working days; what takes longer is as if it took so long. */
    static final int LONGEST = 250;

    /** With so many stays at stake, a day of the step's own counts as much as that of the many. */
    private static final double PRIOR_STAYS = 4;

    /** Where nothing at all is known. */
    private static final double UNKNOWN = 0.1;

    private final int[] ended = new int[LONGEST + 1];
    private final int[] waiting = new int[LONGEST + 1];

    void addEnded(int days, int stays) {
        ended[day(days)] += stays;
    }

    void addWaiting(int days, int stays) {
        waiting[day(days)] += stays;
    }

    void add(WaitedCounts others) {
        for (int day = 0; day <= LONGEST; day++) {
            ended[day] += others.ended[day];
            waiting[day] += others.waiting[day];
        }
    }

    int stays() {
        int all = 0;
        for (int stays : ended) {
            all += stays;
        }
        return all;
    }

    /** How long stays take that are known of by nothing but these counts. */
    WaitingTime alone() {
        int[] present = present();
        long days = 0;
        for (int stays : present) {
            days += stays;
        }
        double usual = (stays() + PRIOR_STAYS * UNKNOWN) / (days + PRIOR_STAYS);
        double[] ends = new double[LONGEST + 1];
        Arrays.fill(ends, usual);
        return over(new WaitingTime(ends));
    }

    /** The same, where few stays were counted nearly as those of the many take. */
    WaitingTime over(WaitingTime many) {
        int[] present = present();
        double[] ends = new double[LONGEST + 1];
        for (int day = 0; day <= LONGEST; day++) {
            ends[day] = (ended[day] + PRIOR_STAYS * many.endsOn(day)) / (present[day] + PRIOR_STAYS);
        }
        return new WaitingTime(ends);
    }

    /** How many stays were seen to reach each day and to end on it or go on. */
    private int[] present() {
        int[] present = new int[LONGEST + 1];
        int later = 0;
        for (int day = LONGEST; day >= 0; day--) {
            present[day] = later + ended[day];
            later += ended[day] + waiting[day];
        }
        return present;
    }

    private static int day(int days) {
        return Math.min(Math.max(days, 0), LONGEST);
    }
}
