package jp.tsunagu.access.login;

/**
 * Time that has gone by, for waits and idle sessions. Not the office's clock, which is about days and which a corrected server
 * may set back: this one only runs forwards.
 */
@FunctionalInterface
public interface Elapsed {

    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();
}
