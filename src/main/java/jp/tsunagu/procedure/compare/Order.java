package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of some things were moved among those that stayed. */
final class Order {

    private Order() {}

    /** The fewest that must be taken out so that the rest stands as before. */
    static Set<String> moved(List<String> before, List<String> after) {
        List<String> common = new ArrayList<>(after);
        common.retainAll(new HashSet<>(before));
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        int[] longest = new int[common.size()];
        int[] previous = new int[common.size()];
        int last = -1;
        for (int i = 0; i < common.size(); i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(common.get(j)) < places.get(common.get(i)) && longest[j] >= longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || longest[i] > longest[last] ? i : last;
        }
        Set<String> moved = new HashSet<>(common);
        for (int i = last; i >= 0; i = previous[i]) {
            moved.remove(common.get(i));
        }
        return moved;
    }
}
