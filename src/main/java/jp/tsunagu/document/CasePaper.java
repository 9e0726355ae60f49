package jp.tsunagu.document;

import java.util.List;

/**
 * A paper that a case has.
 *
 * @param paper its key
 * @param versions what there is of it, the one that is printed if nobody chooses first
 */
public record CasePaper(String paper, String title, List<PaperVersion> versions) {}
