package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of some things were moved among those that stayed. */
final class Order {

    private Order() {}

    /** The fewest that must be taken out so that the rest stands as before: all but a longest rising row of places. */
    static Set<String> moved(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        List<String> common = new ArrayList<>(after);
        common.retainAll(places.keySet());
        int[] place = common.stream().mapToInt(places::get).toArray();
        // per length the lowest place that a rising row of this length ends with, and whose it is
        int[] lowest = new int[place.length];
        int[] end = new int[place.length];
        int[] previous = new int[place.length];
        int length = 0;
        for (int i = 0; i < place.length; i++) {
            int found = Arrays.binarySearch(lowest, 0, length, place[i]);
            int at = found < 0 ? -found - 1 : found;
            lowest[at] = place[i];
            end[at] = i;
            previous[i] = at == 0 ? -1 : end[at - 1];
            length = Math.max(length, at + 1);
        }
        Set<String> moved = new HashSet<>(common);
        for (int i = length == 0 ? -1 : end[length - 1]; i >= 0; i = previous[i]) {
            moved.remove(common.get(i));
        }
        return moved;
    }
}
