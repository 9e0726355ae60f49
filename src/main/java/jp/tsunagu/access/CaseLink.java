package jp.tsunagu.access;

import java.util.Set;

/** A page about one case that its case page leads to. A room that has such a page offers it by a bean of this type. */
public interface CaseLink {

    /** The place among the links of a case: lower stands first. */
    int order();

    /** What the link says, in Japanese. */
    String label();

    /** Where it leads. The case number is all that an address tells of a case: it identifies nobody. */
    String address(String caseNumber);

    /** Whether somebody of these groups who may open the case has anything to do there. The page itself checks again. */
    boolean offeredTo(Set<String> groups);
}
