package jp.tsunagu.procedure.check.course;

import java.util.List;

/**
 * Something that is wrong with the ways through a diagram.
 *
 * @param element where
 * @param way ids of elements from the start; empty where no way shows it
 * @param detail what is known there, for people; may be empty
 */
record Problem(Kind kind, String element, List<String> way, String detail) {

    /** What is wrong. */
    enum Kind {
        NO_WAY_ON,
        NOT_YET_SET,
        TWO_AT_ONCE,
        TWO_ON_ONE_LINE,
        NO_REST,
        LEADS_NOWHERE,
        STUCK,
        NEVER_ENDS,
        NEVER_REACHED,
        NEVER_TAKEN,
        DEFAULT_NEVER_TAKEN,
        TOO_LARGE,
        NOT_UNDERSTOOD,
        CALLS_NOTHING,
        CALLS_ITSELF,
        ERROR_NOT_CAUGHT
    }
}
