package jp.tsunagu.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One application per data folder. Without it a second start would take the first one's PostgreSQL for an orphan and
 * stop it. The operating system frees the lock when the process ends, however it ends.
 */
final class DataFolderLock {

    private DataFolderLock() {}

    static void take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("つなぐは、このデータフォルダー（" + folder + "）で既に起動しています。");
        }
    }
}
