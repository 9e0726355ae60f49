package jp.tsunagu.ledger;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import jp.tsunagu.ledger.CaseSearch.State;

/**
 * The searches of one login, under numbers that say nothing: what was typed about a person never stands in an address, in the
 * browser's history or in a log of addresses. Going back, going on and a second window all find their own search again.
 */
public final class KeptSearches {

    private static final String NAME = "jp.tsunagu.ledger.searches";
    private static final int MOST = 50;

    /** Of all logins on this node, as long as there is such a login. */
    private static final Set<KeptSearches> ALL =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Map<Integer, Kept> kept = new LinkedHashMap<>();
    private int last;

    private KeptSearches() {
        ALL.add(this);
    }

    /** A person was erased: what somebody typed to find them goes too. Whoever goes back to a search is asked to search again. */
    public static void forgetAll() {
        synchronized (ALL) {
            ALL.forEach(KeptSearches::forget);
        }
    }

    private synchronized void forget() {
        kept.clear();
    }

    /** What was typed, and which cases were wanted. */
    record Kept(String words, State state) {}

    static KeptSearches of(HttpSession session) {
        synchronized (session) {
            KeptSearches present = (KeptSearches) session.getAttribute(NAME);
            if (present == null) {
                present = new KeptSearches();
                session.setAttribute(NAME, present);
            }
            return present;
        }
    }

    synchronized int keep(Kept search) {
        last++;
        kept.put(last, search);
        kept.remove(last - MOST);
        return last;
    }

    synchronized Optional<Kept> find(int number) {
        return Optional.ofNullable(kept.get(number));
    }
}
