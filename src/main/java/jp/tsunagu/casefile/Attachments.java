package jp.tsunagu.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.form.TypedText;
import jp.tsunagu.scan.NoScanException;
import jp.tsunagu.scan.Scan;
import jp.tsunagu.scan.ScanCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Signed papers as they were scanned, kept in the case file. None is ever deleted: one attached by mistake is marked. */
@Component
public class Attachments {

    private static final int LONGEST_REASON = 300;
    private static final String STEP = "attachment";
    private static final long MEGABYTE = 1_000_000;

    private final SupportCases cases;
    private final CaseLookup lookup;
    private final AttachmentTable table;
    private final ScanCheck scans;
    private final AccessLog log;
    private final TransactionOperations transaction;
    private final Clock clock;

    Attachments(
            SupportCases cases,
            CaseLookup lookup,
            AttachmentTable table,
            ScanCheck scans,
            AccessLog log,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.lookup = lookup;
        this.table = table;
        this.scans = scans;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How large a paper may be. */
    public record Limits(int megabytes, int pages) {}

    /**
     * Attaches a paper. The file is looked at before anything is locked: that takes its time.
     *
     * @return false if this act was done before: nothing was added
     * @throws RefusedException if the file or what is said of it cannot be taken
     */
    public boolean add(PageAct act, AttachmentEntry entry, byte[] content, Limits limits) {
        List<Refusal> refusals = new ArrayList<>(AttachmentRules.check(entry, LocalDate.now(clock)));
        Optional<Scan> scan = look(content, limits, refusals);
        if (!refusals.isEmpty() || scan.isEmpty()) {
            throw new RefusedException(refusals);
        }
        byte[] sha256 = sha256(content);
        return transaction.execute(status -> {
            UUID caseId = locked(act.caseNumber());
            if (table.wasAdded(caseId, act.key())) {
                return false;
            }
            table.addedBefore(caseId, sha256).ifPresent(on -> {
                throw new RefusedException(List.of(
                        Refusal.ofField("file", "同じ書類が、このケースにすでに添付されています（" + Wareki.format(on) + "）。下の一覧を確かめてください。")));
            });
            table.add(caseId, act, entry, scan.get(), content, sha256);
            log.record(act.user(), act.caseNumber(), "添付", STEP);
            return true;
        });
    }

    private Optional<Scan> look(byte[] content, Limits limits, List<Refusal> refusals) {
        try {
            if (content.length > limits.megabytes() * MEGABYTE) {
                refusals.add(Refusal.ofField("file", tooLarge(limits.megabytes())));
                return Optional.empty();
            }
            return Optional.of(scans.check(content, limits.pages()));
        } catch (NoScanException e) {
            refusals.add(Refusal.ofField("file", e.getMessage()));
            return Optional.empty();
        }
    }

    /** What is said of a file that is too large, wherever that is found out. */
    public static String tooLarge(int megabytes) {
        return "ファイルが大きすぎます（" + megabytes + "MBまで）。白黒か、粗い設定（300dpi くらい）でスキャンし直すか、書類を分けてください。";
    }

    /** All papers of a case, the latest first, also those taken back. */
    @Transactional(readOnly = true)
    public List<Attachment> of(String caseNumber) {
        return table.of(lookup.get(caseNumber).id());
    }

    /** The file itself as part of an export, which stands in the access record as a whole. */
    @Transactional(readOnly = true)
    public byte[] exported(Attachment attachment) {
        return table.content(attachment.id());
    }

    /** The file itself; whoever opens it stands in the access record. */
    @Transactional
    public byte[] open(String caseNumber, Attachment attachment, String user) {
        log.record(user, caseNumber, "閲覧", STEP);
        return table.content(attachment.id());
    }

    /** Marks a paper as attached by mistake. */
    @Transactional
    public void withdraw(String caseNumber, UUID id, String reason, String user) {
        UUID caseId = locked(caseNumber);
        Attachment attachment = table.of(caseId).stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.ofAct("この書類は、このケースにありません。"));
        if (attachment.withdrawal() != null) {
            throw RefusedException.ofAct("この書類は、すでに取り消されています。");
        }
        if (reason == null) {
            throw new RefusedException(List.of(Refusal.ofField("reason", "取消の理由を入力してください。")));
        }
        TypedText.refuse(reason, LONGEST_REASON).ifPresent(why -> {
            throw new RefusedException(List.of(Refusal.ofField("reason", why)));
        });
        table.withdraw(id, reason, user);
        log.record(user, caseNumber, "取消", STEP);
    }

    private UUID locked(String caseNumber) {
        return cases.lock(caseNumber)
                .orElseThrow(() -> CaseLookup.unknown(caseNumber))
                .id();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
