package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.List;

/** The things of both sides in one order, so that the same stands beside the same. */
final class Aligned {

    private Aligned() {}

    /** The later order, with what was taken away where it stood. */
    static List<String> keys(List<String> before, List<String> after) {
        List<String> keys = new ArrayList<>(after);
        int place = 0;
        for (String key : before) {
            int at = keys.indexOf(key);
            if (at < 0) {
                keys.add(place, key);
                place++;
            } else {
                place = at + 1;
            }
        }
        return keys;
    }
}
