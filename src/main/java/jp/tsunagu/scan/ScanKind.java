package jp.tsunagu.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scanner makes, told by the first bytes of the file, never by its name. */
public enum ScanKind {
    PDF("pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    JPEG("jpg", "image/jpeg", bytes(0xFF, 0xD8, 0xFF)),
    PNG("png", "image/png", bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)),
    TIFF("tif", "image/tiff", bytes('I', 'I', 42, 0), bytes('M', 'M', 0, 42));

    private final String extension;
    private final String mediaType;
    private final byte[][] beginnings;

    ScanKind(String extension, String mediaType, byte[]... beginnings) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.beginnings = beginnings;
    }

    static Optional<ScanKind> of(byte[] content) {
        return Stream.of(values())
                .filter(kind -> Stream.of(kind.beginnings)
                        .anyMatch(beginning -> content.length > beginning.length
                                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length)))
                .findFirst();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
