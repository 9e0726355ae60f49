package jp.tsunagu.casefile.crypt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key of a first run: made beside the demo database, which lies in the same folder. No place for a key of real data. */
final class KeyFile {

    private KeyFile() {}

    /** The key in the folder; made if there is none. */
    static String in(Path folder) {
        Path file = folder.resolve("data-key");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("鍵のファイル " + file + " を読めないか、作れません。", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[DataKey.BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            out.write(java.nio.ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes()));
        } catch (FileAlreadyExistsException somebodyElse) {
            // made in this very moment: it is read then
        }
    }
}
