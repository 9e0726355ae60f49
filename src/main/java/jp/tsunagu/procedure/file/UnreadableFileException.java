package jp.tsunagu.procedure.file;

/** A file whose content cannot be read; the message says why, in Japanese. */
public class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
