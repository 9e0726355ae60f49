package jp.tsunagu.engine;

import java.util.Optional;

/**
 * What holds for accounts at every door of the engine: REST, the webapps, its Java API. Each method runs in the transaction of
 * the act it is about.
 */
public interface AccountRules {

    /**
     * Whether somebody may come into a group.
     *
     * @throws RefusedException with the reason in Japanese
     */
    void checkMembership(String user, String group);

    /** Somebody is in a group from now on, or no longer: what a session knew of it is out of date. */
    void membershipChanged(String user);

    /**
     * Whether this may be a password of this account.
     *
     * @throws RefusedException with the reason in Japanese, without the password
     */
    void checkPassword(String user, String password);

    /**
     * An account has another password.
     *
     * @param by who set it; empty if the program did
     */
    void passwordSet(String user, Optional<String> by);

    /** An account was deleted: nobody goes on with it. */
    void deleted(String user);

    /** Somebody changed an account or a group, or who is in it, at a door of the engine. */
    void changed(String by, AccountChange change);

    /** Whether this is the account's password. Wrong ones are counted, whichever way they came. */
    boolean matches(String user, String password);
}
