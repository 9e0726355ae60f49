package jp.tsunagu.scan;

/** The file is not taken; the message says why and what to do, in Japanese, and nothing of what is in it. */
public class NoScanException extends Exception {

    private static final long serialVersionUID = 1L;

    NoScanException(String reason) {
        super(reason);
    }
}
