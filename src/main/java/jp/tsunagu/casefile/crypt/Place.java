package jp.tsunagu.casefile.crypt;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value belongs. A value that is copied to another row or column is not opened there.
 *
 * @param column {@code table.column}
 * @param row the row's key
 */
public record Place(String column, String row) {

    public static Place of(String column, UUID row) {
        return new Place(column, row.toString());
    }

    byte[] bytes() {
        return (column + ":" + row).getBytes(StandardCharsets.UTF_8);
    }
}
