package jp.tsunagu.access.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A seal that does not fit its rows: which of them it is. */
final class BrokenBlock {

    private static final String REMOVED = "消されたか、別の場所へ移された記録です。";
    private static final String ADDED = "封印のあとから加えられた記録です。";
    private static final String CHANGED = "封印のあとに書き換えられた記録です。";
    private static final String MOVED = "記録の順序が変わっています。";
    private static final String ITSELF = "封印そのものが書き換えられています。";

    private final Connection connection;
    private final LogKeys keys;
    private final SealedBlock block;

    BrokenBlock(Connection connection, LogKeys keys, SealedBlock block) {
        this.connection = connection;
        this.keys = keys;
        this.block = block;
    }

    /** Names the first row that does not fit; the seal itself if all of them do. */
    void name(BrokenPlaces broken) throws SQLException {
        if (!broken.namesMore()) {
            broken.add(block.number(), null, ITSELF);
            return;
        }
        Map<Long, Long> sealed = Marks.of(block.marks());
        Map<Long, Long> here = Marks.of(marksNow());
        List<Long> order = new ArrayList<>(sealed.keySet());
        int place = 0;
        for (Map.Entry<Long, Long> row : here.entrySet()) {
            Long id = row.getKey();
            if (place < order.size() && order.get(place).equals(id)) {
                if (!row.getValue().equals(sealed.get(id))) {
                    broken.add(block.number(), id, CHANGED);
                    return;
                }
                place++;
            } else if (!sealed.containsKey(id)) {
                broken.add(block.number(), id, ADDED);
                return;
            } else {
                Long expected = place < order.size() ? order.get(place) : id;
                broken.add(block.number(), expected, here.containsKey(expected) ? MOVED : REMOVED);
                return;
            }
        }
        broken.add(
                block.number(),
                place < order.size() ? order.get(place) : null,
                place < order.size() ? REMOVED : ITSELF);
    }

    private byte[] marksNow() throws SQLException {
        Marks marks = new Marks(keys.mac(block.keyId()).orElseThrow());
        try (PreparedStatement statement = connection.prepareStatement("select " + LogRow.COLUMNS
                + " from access_record where epoch = ? and xact >= ? and xact < ?" + LogRow.IN_ORDER)) {
            statement.setInt(1, block.epoch());
            statement.setLong(2, block.from());
            statement.setLong(3, block.to());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    marks.add(LogRow.read(rows));
                }
            }
        }
        return marks.bytes();
    }
}
