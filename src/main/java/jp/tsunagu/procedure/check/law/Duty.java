package jp.tsunagu.procedure.check.law;

import java.util.BitSet;

/**
 * What is watched on a way, as a little machine with two states: nothing is owed, or something is. Events arm and release it;
 * some events are forbidden while it is armed, and so may be the end.
 *
 * @param fromStart something is owed from the beginning
 * @param endForbidden the case must not end while something is owed
 */
record Duty(BitSet arms, BitSet releases, BitSet forbidden, boolean fromStart, boolean endForbidden) {

    static final int BROKEN = 2;

    Duty(boolean fromStart, boolean endForbidden) {
        this(new BitSet(), new BitSet(), new BitSet(), fromStart, endForbidden);
    }

    /** 0: nothing is owed; 1: something is; {@link #BROKEN}. */
    int after(int owed, int[] events) {
        int now = owed;
        for (int event : events) {
            if (now == 1 && forbidden.get(event)) {
                return BROKEN;
            }
            if (releases.get(event)) {
                now = 0;
            }
            if (arms.get(event)) {
                now = 1;
            }
        }
        return now;
    }
}
