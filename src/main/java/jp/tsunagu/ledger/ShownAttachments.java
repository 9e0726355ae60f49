package jp.tsunagu.ledger;

import java.util.List;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.Attachment;
import jp.tsunagu.casefile.Attachments;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** The papers of a case for the page. What was attached by mistake may be another person's: only 主任 opens it still. */
@Component
class ShownAttachments {

    private static final double MEGABYTE = 1_000_000;

    private final Attachments attachments;
    private final Members members;

    ShownAttachments(Attachments attachments, Members members) {
        this.attachments = attachments;
        this.members = members;
    }

    /** A paper on the page. */
    record Shown(Attachment of, String signedOn, String added, String size, String withdrawn, boolean mayOpen) {}

    List<Shown> of(String caseNumber, String user) {
        return attachments.of(caseNumber).stream()
                .map(attachment -> shown(attachment, user))
                .toList();
    }

    boolean mayOpen(Attachment attachment, String user) {
        return attachment.withdrawal() == null || members.groupsOf(user).contains(Roles.CHIEF);
    }

    private Shown shown(Attachment attachment, String user) {
        Attachment.Withdrawal withdrawal = attachment.withdrawal();
        return new Shown(
                attachment,
                Wareki.format(attachment.entry().signedOn()),
                members.nameOf(attachment.addedBy()) + "　" + ShownLines.moment(attachment.addedAt()),
                "%s・%dページ・%.1fMB"
                        .formatted(attachment.kind(), attachment.pages(), Math.max(0.1, attachment.bytes() / MEGABYTE)),
                withdrawal == null ? null : members.nameOf(withdrawal.by()) + "　" + ShownLines.moment(withdrawal.at()),
                mayOpen(attachment, user));
    }
}
