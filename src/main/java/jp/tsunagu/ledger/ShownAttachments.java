package jp.tsunagu.ledger;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Attachment;
import jp.tsunagu.casefile.Attachments;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/**
 * The papers of a case for the page. What was attached by mistake may be another person's: only 主任 opens it still. A picture cannot be
 * masked: of a restricted case none is opened before its places are (I-14).
 */
@Component
class ShownAttachments {

    private static final double MEGABYTE = 1_000_000;

    private final Attachments attachments;
    private final RestrictedCases restricted;
    private final Members members;

    ShownAttachments(Attachments attachments, RestrictedCases restricted, Members members) {
        this.attachments = attachments;
        this.restricted = restricted;
        this.members = members;
    }

    /**
     * A paper on the page.
     *
     * @param refusal why the reader does not open it now; null if they may
     */
    record Shown(Attachment of, String signedOn, String added, String size, String withdrawn, String refusal) {}

    List<Shown> of(String caseNumber, String user) {
        return attachments.of(caseNumber).stream()
                .map(attachment -> shown(attachment, refusal(caseNumber, attachment, user)))
                .toList();
    }

    /** Why this person does not open it now; empty if they may. */
    Optional<String> refusal(String caseNumber, Attachment attachment, String user) {
        if (attachment.withdrawal() != null && !members.groupsOf(user).contains(Roles.CHIEF)) {
            return Optional.of("取り消された書類は、主任だけが開けます。");
        }
        return restricted.hidesPlaces(user, caseNumber)
                ? Optional.of("制限ケースの書類は、「連絡先を開く」のページで理由を書いてから開けます。")
                : Optional.empty();
    }

    private Shown shown(Attachment attachment, Optional<String> refusal) {
        Attachment.Withdrawal withdrawal = attachment.withdrawal();
        return new Shown(
                attachment,
                Wareki.format(attachment.entry().signedOn()),
                members.nameOf(attachment.addedBy()) + "　" + ShownLines.moment(attachment.addedAt()),
                "%s・%dページ・%.1fMB"
                        .formatted(attachment.kind(), attachment.pages(), Math.max(0.1, attachment.bytes() / MEGABYTE)),
                withdrawal == null ? null : members.nameOf(withdrawal.by()) + "　" + ShownLines.moment(withdrawal.at()),
                refusal.orElse(null));
    }
}
