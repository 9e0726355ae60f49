package jp.tsunagu.access.door;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an expression that somebody sent got as far as making an object of a class it names. */
public class Evaluated {

    static final AtomicInteger TIMES = new AtomicInteger();

    /** Makes one through nothing but the text, as the published attack makes a {@code Runtime}. */
    static final String EXPRESSION =
            "${''.getClass().forName('jp.tsunagu.access.door.Evaluated').newInstance().text()}";

    public Evaluated() {
        TIMES.incrementAndGet();
    }

    public String text() {
        return "nobody";
    }
}
