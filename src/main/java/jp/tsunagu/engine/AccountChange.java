package jp.tsunagu.engine;

/**
 * What somebody did to an account or a group at a door of the engine: Camunda Admin, REST.
 *
 * @param user null if it was a group alone
 * @param group null if it was an account alone
 */
public record AccountChange(Kind kind, String user, String group) {

    /** What was done. */
    public enum Kind {
        ACCOUNT_MADE,
        ACCOUNT_CHANGED,
        ACCOUNT_UNLOCKED,
        ACCOUNT_DELETED,
        PASSWORD_SET,
        JOINED,
        LEFT,
        GROUP_MADE,
        GROUP_CHANGED,
        GROUP_DELETED
    }
}
