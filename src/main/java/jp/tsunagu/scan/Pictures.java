package jp.tsunagu.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG, PNG and TIFF: only their heads are read, never a picture unpacked. */
final class Pictures {

    /** An A3 sheet at 600 dpi has 70 million. */
    static final long MOST_DOTS = 250_000_000;

    private static final String BROKEN = "この画像は壊れているようで、開けません。スキャンし直してください。";

    private Pictures() {}

    static int pages(ScanKind kind, byte[] content, int mostPages) throws IOException, NoScanException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix(kind.extension());
        if (!readers.hasNext()) {
            throw new NoScanException(BROKEN);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, false, true);
            int pages = reader.getNumImages(true);
            if (pages < 1) {
                throw new NoScanException(BROKEN);
            }
            refuseTooMany(pages, mostPages);
            for (int page = 0; page < pages; page++) {
                refuseTooLarge(reader.getWidth(page), reader.getHeight(page));
            }
            return pages;
        } finally {
            reader.dispose();
        }
    }

    static void refuseTooMany(int pages, int mostPages) throws NoScanException {
        if (pages > mostPages) {
            throw new NoScanException("ページが多すぎます（" + mostPages + "ページまで）。書類ごとに分けて添付してください。");
        }
    }

    static void refuseTooLarge(long width, long height) throws NoScanException {
        if (width <= 0 || height <= 0) {
            throw new NoScanException(BROKEN);
        }
        if (width > MOST_DOTS / height) {
            throw new NoScanException("画像が細かすぎます。300dpi くらいでスキャンし直してください。");
        }
    }
}
