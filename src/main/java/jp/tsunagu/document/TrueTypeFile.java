package jp.tsunagu.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A TrueType font as a file: named tables behind a directory. */
record TrueTypeFile(List<Table> tables) {

    private static final int HEAD = 12;
    private static final int DIRECTORY_ENTRY = 16;
    private static final int VERSION = 0x00010000;

    /** One table. */
    record Table(String tag, int checksum, byte[] content) {}

    static TrueTypeFile read(byte[] file) {
        ByteBuffer font = ByteBuffer.wrap(file);
        List<Table> tables = new ArrayList<>();
        int count = font.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = HEAD + DIRECTORY_ENTRY * i;
            byte[] tag = new byte[4];
            font.position(entry).get(tag);
            byte[] content = new byte[font.getInt(entry + 12)];
            font.position(font.getInt(entry + 8)).get(content);
            tables.add(new Table(new String(tag, StandardCharsets.US_ASCII), font.getInt(entry + 4), content));
        }
        return new TrueTypeFile(List.copyOf(tables));
    }

    /**
     * What stands in a table.
     *
     * @throws IllegalArgumentException if the font has no such table
     */
    byte[] table(String tag) {
        return tables.stream()
                .filter(table -> table.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + tag))
                .content();
    }

    TrueTypeFile with(String tag, byte[] content) {
        return new TrueTypeFile(tables.stream()
                .map(table -> table.tag().equals(tag) ? new Table(tag, checksum(content), content) : table)
                .toList());
    }

    byte[] bytes() {
        int at = HEAD + DIRECTORY_ENTRY * tables.size();
        int length = at
                + tables.stream()
                        .mapToInt(table -> padded(table.content().length))
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        int log = 31 - Integer.numberOfLeadingZeros(tables.size());
        file.putInt(VERSION)
                .putShort((short) tables.size())
                .putShort((short) (DIRECTORY_ENTRY << log))
                .putShort((short) log)
                .putShort((short) (DIRECTORY_ENTRY * tables.size() - (DIRECTORY_ENTRY << log)));
        for (Table table : tables) {
            file.put(table.tag().getBytes(StandardCharsets.US_ASCII))
                    .putInt(table.checksum())
                    .putInt(at)
                    .putInt(table.content().length);
            at += padded(table.content().length);
        }
        for (Table table : tables) {
            file.put(table.content());
            file.position(padded(file.position()));
        }
        return file.array();
    }

    private static int checksum(byte[] table) {
        ByteBuffer words = ByteBuffer.allocate(padded(table.length)).put(table).rewind();
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
