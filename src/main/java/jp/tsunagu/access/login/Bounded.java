package jp.tsunagu.access.login;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of so many keys at most, however many an attacker makes up: the one asked about longest ago is forgotten first. */
final class Bounded<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    Bounded(int most) {
        super(16, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
