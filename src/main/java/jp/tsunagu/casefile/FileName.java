package jp.tsunagu.casefile;

/** The name of a file as its sender called it: shown to people, never used as a name of anything. */
final class FileName {

    private static final int LONGEST = 120;

    /** Whatever does not print, also marks that turn the direction of writing round, so that a name reads as it is. */
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]";

    private FileName() {}

    /** Without folders, in one line, of a bearable length. */
    static String cleaned(String sent) {
        String name = sent == null ? "" : sent;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll(UNSEEN, "").replaceAll("\\s+", " ").strip();
        if (name.isEmpty()) {
            return "（名前なし）";
        }
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
