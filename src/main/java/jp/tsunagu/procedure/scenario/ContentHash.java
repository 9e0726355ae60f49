package jp.tsunagu.procedure.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;

/** A name for what something contains: another content has another name. */
final class ContentHash {

    private ContentHash() {}

    static String of(ProcedureFiles files) {
        MessageDigest digest = sha256();
        withoutPapers(files).forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(of(content).getBytes(StandardCharsets.US_ASCII));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A case goes its way whatever is printed of it. */
    static SortedMap<String, byte[]> withoutPapers(ProcedureFiles files) {
        SortedMap<String, byte[]> contents = new TreeMap<>(files.contents());
        contents.keySet().removeIf(ProcedureText::isOfPapers);
        return contents;
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
