package jp.tsunagu.oversight.forecast;

/**
 * How likely a target will be passed, and whose.
 *
 * @param any that one is passed
 * @param of by the place of the step in the course: that it is the one
 */
record Chance(double any, double[] of) {

    static Chance none(int steps) {
        return new Chance(0, new double[steps]);
    }

    /** Adds up what excludes one another. */
    Chance plus(double share, Chance other) {
        double[] sum = of.clone();
        for (int step = 0; step < sum.length; step++) {
            sum[step] += share * other.of[step];
        }
        return new Chance(any + share * other.any, sum);
    }

    Chance plus(double share, int step) {
        double[] sum = of.clone();
        sum[step] += share;
        return new Chance(any + share, sum);
    }

    /** What goes on side by side: that at least one of them comes true. */
    Chance beside(Chance other) {
        return new Chance(1 - (1 - any) * (1 - other.any), plus(1, other).of);
    }

    int likeliest() {
        int likeliest = 0;
        for (int step = 1; step < of.length; step++) {
            likeliest = of[step] > of[likeliest] ? step : likeliest;
        }
        return likeliest;
    }
}
