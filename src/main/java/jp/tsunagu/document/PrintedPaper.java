package jp.tsunagu.document;

import java.util.List;

/**
 * A paper as PDF.
 *
 * @param missing the characters that no font has, as U+20B9F: the paper shows 〓 for them and says so, and whoever prints is told
 *     before
 */
public record PrintedPaper(byte[] pdf, List<String> missing) {}
