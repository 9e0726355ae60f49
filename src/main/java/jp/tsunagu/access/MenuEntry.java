package jp.tsunagu.access;

import java.util.Set;

/** A page that the menu at the head of every page leads to. A room that has such a page offers it by a bean of this type. */
public interface MenuEntry {

    /** The place in the menu: lower stands further left. */
    int order();

    /** What the menu says, in Japanese. */
    String label();

    /** Where it leads: a path of this application, without anything of a case. */
    String address();

    /** Whether somebody of these groups has anything to do there. The page itself checks again. */
    boolean offeredTo(Set<String> groups);
}
