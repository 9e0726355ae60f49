package jp.tsunagu.procedure.file;

/** How large a file of a procedure may be: what is larger nobody can look through, and reading it would keep others waiting. */
public final class LargestFile {

    /** Four times the largest packaged one. */
    public static final int BYTES = 1_000_000;

    private LargestFile() {}

    /** @throws UnreadableFileException if it is larger */
    public static void check(byte[] content) throws UnreadableFileException {
        if (content.length > BYTES) {
            throw new UnreadableFileException("ファイルが大きすぎます（" + BYTES / 1_000 + "キロバイトまで）。", null);
        }
    }
}
