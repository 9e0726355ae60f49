package jp.tsunagu.casefile;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagu.scan.ScanKind;

/**
 * A signed paper of a case, without its content.
 *
 * @param entry what was said of it, its file name cleaned
 * @param withdrawal null while it counts
 */
public record Attachment(
        UUID id,
        AttachmentEntry entry,
        ScanKind kind,
        int pages,
        int bytes,
        String addedBy,
        Instant addedAt,
        Withdrawal withdrawal) {

    /** What a file of its kind is called at its end. */
    public String extension() {
        return kind.extension();
    }

    public String mediaType() {
        return kind.mediaType();
    }

    /** It was attached by mistake. */
    public record Withdrawal(String reason, String by, Instant at) {}
}
