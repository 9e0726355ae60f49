package jp.tsunagu.ledger;

import java.security.Principal;
import java.util.UUID;
import jp.tsunagu.casefile.Attachment;
import jp.tsunagu.casefile.Attachments;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * One scanned paper as a file to be saved, never shown within our pages. Its name tells paper, case and date; what its sender
 * called it goes into no header.
 */
@Controller
class AttachmentFile {

    private final OpenedCase opened;
    private final Attachments attachments;
    private final ShownAttachments shown;

    AttachmentFile(OpenedCase opened, Attachments attachments, ShownAttachments shown) {
        this.opened = opened;
        this.attachments = attachments;
        this.shown = shown;
    }

    @GetMapping("/cases/{caseNumber}/attachments/{id}")
    ResponseEntity<byte[]> open(@PathVariable String caseNumber, @PathVariable UUID id, Principal person) {
        opened.forReading(caseNumber, person.getName());
        Attachment attachment = attachments.of(caseNumber).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この書類は、このケースにありません。"));
        shown.refusal(caseNumber, attachment, person.getName()).ifPresent(reason -> {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, reason);
        });
        String name = "%s_%s_%s.%s"
                .formatted(
                        attachment.entry().paper().name().toLowerCase(java.util.Locale.ROOT),
                        caseNumber,
                        attachment.entry().signedOn(),
                        attachment.extension());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(attachments.open(caseNumber, attachment, person.getName()));
    }
}
