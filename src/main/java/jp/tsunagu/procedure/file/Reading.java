package jp.tsunagu.procedure.file;

/**
 * How files of one kind are read: none that is too large, and each once, however many ask for it.
 *
 * @param <T> what a file is read as; must never change
 */
final class Reading<T> {

    private final ReadOnce<Outcome<T>> files;

    /** Reads one file. */
    interface Parser<T> {
        T parse(byte[] content) throws UnreadableFileException;
    }

    /** @param failure why it cannot be read; null if it can */
    private record Outcome<T>(T read, UnreadableFileException failure) {}

    Reading(Parser<T> parser) {
        files = new ReadOnce<>(content -> {
            try {
                return new Outcome<>(parser.parse(content), null);
            } catch (UnreadableFileException e) {
                return new Outcome<>(null, e);
            }
        });
    }

    T of(byte[] content) throws UnreadableFileException {
        LargestFile.check(content);
        Outcome<T> known = files.of(content);
        if (known.failure() != null) {
            // of its own for everybody who asks: an exception remembers where it was thrown
            throw new UnreadableFileException(known.failure().getMessage(), known.failure());
        }
        return known.read();
    }
}
