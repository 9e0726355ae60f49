package jp.tsunagu.scan;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Opens a file as what it says it is. A file may be made to harm whoever opens it, so each is opened on a thread of its own
 * that nobody waits for longer than a few seconds, and few at a time.
 */
@Component
public class ScanCheck {

    private static final int AT_A_TIME = 2;
    private static final int LONGEST_SECONDS = 20;
    private static final long STACK = 4_000_000;

    private static final String SLOW = "この書類は、調べるのに時間がかかりすぎるため、受け取れません。スキャンし直してください。";

    private final Semaphore turns = new Semaphore(AT_A_TIME);

    /**
     * What the file is.
     *
     * @throws NoScanException if it is not a scan of at most so many pages
     */
    public Scan check(byte[] content, int mostPages) throws NoScanException {
        if (content.length == 0) {
            throw new NoScanException("ファイルが空です。スキャンした書類を選び直してください。");
        }
        ScanKind kind = ScanKind.of(content)
                .orElseThrow(() -> new NoScanException("この種類のファイルは添付できません。スキャンした書類を、PDF・JPEG・PNG・TIFF のどれかで選んでください。"));
        FutureTask<Scan> opening = new FutureTask<>(() -> new Scan(kind, pages(kind, content, mostPages)));
        try {
            if (!turns.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new NoScanException("ほかの書類を調べています。少し待ってから、もう一度添付してください。");
            }
            new Thread(null, () -> inTurn(opening), "scan-check", STACK).start();
            return opening.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NoScanException(SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoScanException(SLOW);
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        }
    }

    /** A file that takes for ever keeps its turn for as long: two of them shut the door, they do not take the house down. */
    private void inTurn(FutureTask<Scan> opening) {
        try {
            opening.run();
        } finally {
            turns.release();
        }
    }

    private static int pages(ScanKind kind, byte[] content, int mostPages) throws IOException, NoScanException {
        if (kind != ScanKind.PDF) {
            return Pictures.pages(kind, content, mostPages);
        }
        PdfStreams.check(content);
        return PdfFile.pages(content, mostPages);
    }

    /** Whatever a broken file makes of its reader (an error of the format, too deep a nesting, a number too large). */
    private static NoScanException reason(Throwable cause) {
        return cause instanceof NoScanException refused
                ? refused
                : new NoScanException("このファイルは壊れているようで、開けません。スキャンし直してください。");
    }
}
