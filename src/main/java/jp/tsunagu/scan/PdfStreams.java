package jp.tsunagu.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * What a PDF unpacks to, measured without keeping any of it, before a reader unpacks it whole: a few kilobytes can be made to
 * swell to gigabytes, also packed several times over. Ways of packing that no scanner uses any more and that cannot be measured
 * like this are refused.
 */
final class PdfStreams {

    private static final long ALL_BUT_PICTURES = 64_000_000;
    private static final long ONE_PICTURE = 150_000_000;
    private static final long ALL_PICTURES = 600_000_000;
    private static final int MOST_LAYERS = 3;
    private static final int MOST_STREAMS = 20_000;

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream[ \\t]*(?:\\r\\n|\\n|\\r)?");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\s*(?:\\d|<<)");
    private static final Pattern ANTIQUATED = Pattern.compile("/(?:LZWDecode|ASCIIHexDecode|ASCII85Decode)(?![A-Za-z])"
            + "|(?:/Filter|\\bobj)\\s*\\[?[\\s/A-Za-z]{0,80}/(?:LZW|AHx|A85)(?![A-Za-z])");
    private static final Pattern PLACES = Pattern.compile("/(?:First|ObjStm|XRef)(?![A-Za-z])|/W\\s*\\[\\s*\\d");

    private final byte[] content;
    private final byte[] unpacked = new byte[65_536];
    private long others;
    private long pictures;

    private PdfStreams(byte[] content) {
        this.content = content;
    }

    static void check(byte[] content) throws NoScanException {
        new PdfStreams(content).check();
    }

    private void check() throws NoScanException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String plain = plain(text);
        if (LOCKED.matcher(plain).find()) {
            throw PdfFile.encrypted();
        }
        List<MatchResult> streams =
                STREAM.matcher(text).results().limit(MOST_STREAMS + 1L).toList();
        if (streams.size() > MOST_STREAMS || ANTIQUATED.matcher(plain).find()) {
            throw new NoScanException("この PDF は、スキャンした書類としては複雑すぎます。紙をスキャンしたファイルを添付してください。");
        }
        int from = 0;
        for (MatchResult stream : streams) {
            measure(plain(text.substring(from, stream.start())), stream.end());
            from = stream.end();
        }
    }

    /** Names may be written with escapes: {@code /#46irst} is {@code /First}. */
    private static String plain(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private void measure(String before, int start) throws NoScanException {
        String dictionary = before.substring(before.lastIndexOf("obj") + 1);
        // a stream that tells where things are is unpacked as soon as the file is opened, whatever else it claims to be
        boolean picture =
                dictionary.contains("/Image") && !PLACES.matcher(dictionary).find();
        if (picture) {
            pictures += measure(start, 1, Math.min(ONE_PICTURE, ALL_PICTURES - pictures));
        } else {
            others += measure(start, 1, ALL_BUT_PICTURES - others);
        }
    }

    /** The bytes that come out of so many layers of packing; 0 where the stream is not packed that often. */
    private long measure(int start, int layers, long most) throws NoScanException {
        try (InputStream outer = unpacked(start, layers - 1)) {
            if (!looksPacked(outer.readNBytes(2))) {
                return 0;
            }
        } catch (IOException e) {
            return 0;
        }
        if (layers > MOST_LAYERS) {
            throw tooLarge();
        }
        return Math.max(size(start, layers, most), measure(start, layers + 1, most));
    }

    private long size(int start, int layers, long most) throws NoScanException {
        long size = 0;
        try (InputStream inner = unpacked(start, layers)) {
            int read = inner.read(unpacked);
            while (read > 0) {
                size += read;
                if (size > most) {
                    throw tooLarge();
                }
                read = inner.read(unpacked);
            }
        } catch (IOException e) {
            // not packed after all, or broken from here on: the reader gets no further either
            return size;
        }
        return size;
    }

    private InputStream unpacked(int start, int layers) {
        InputStream stream = new ByteArrayInputStream(content, start, content.length - start);
        for (int layer = 0; layer < layers; layer++) {
            stream = new InflaterInputStream(stream);
        }
        return stream;
    }

    private static boolean looksPacked(byte[] head) {
        return head.length == 2 && (head[0] & 0x0F) == 8 && (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) % 31 == 0;
    }

    private static NoScanException tooLarge() {
        return new NoScanException("この PDF は、開くと大きくなりすぎるため、受け取れません。スキャンし直してください。");
    }
}
