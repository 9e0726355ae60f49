package jp.tsunagu.casefile;

import java.time.LocalDate;

/**
 * What somebody says of a paper that they attach.
 *
 * @param paperNote what {@link SignedPaper#OTHER} is
 * @param signedOn the date on the paper
 * @param signedBy who wrote the name, where it was not the person
 * @param mannerReason why, with 代筆
 * @param fileName as the browser sent it
 */
public record AttachmentEntry(
        SignedPaper paper,
        String paperNote,
        LocalDate signedOn,
        SigningManner manner,
        String signedBy,
        String mannerReason,
        String fileName) {}
