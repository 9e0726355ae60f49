package jp.tsunagu.access.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;

/** One look along the chain, rows and seals side by side. */
final class ChainCheck {

    private static final int FETCHED = 200;

    private final LogKeys keys;
    private final Connection connection;
    private final List<Anchor> anchors;
    private final BrokenPlaces broken = new BrokenPlaces();
    private SealedBlock last;
    private Removal removal;
    private long records;
    private long blocks;
    private long withoutKey;

    ChainCheck(LogKeys keys, Connection connection, List<Anchor> anchors) {
        this.keys = keys;
        this.connection = connection;
        this.anchors = new ArrayList<>(anchors);
    }

    Verification check() throws SQLException {
        removal = removal();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select " + SealedBlock.COLUMNS + " from access_seal order by block");
                LogRows rows = new LogRows(connection)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet seals = statement.executeQuery()) {
                while (seals.next()) {
                    check(SealedBlock.read(seals), rows);
                }
            }
            long unsealed = 0;
            for (; rows.next() != null; rows.advance()) {
                unsealed++;
            }
            anchors.forEach(anchor -> broken.add(anchor.block(), null, "控えにある封印が、いまの記録にありません。末尾が切り取られたか、作り直されています。"));
            return new Verification(
                    records + unsealed,
                    blocks,
                    withoutKey,
                    unsealed,
                    removal == null ? 0 : removal.block(),
                    Optional.ofNullable(last).map(Anchor::of),
                    broken.count(),
                    broken.named());
        }
    }

    private Removal removal() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select * from access_removal order by block desc limit 1");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Removal.read(row) : null;
        }
    }

    private void check(SealedBlock block, LogRows rows) throws SQLException {
        checkPlace(block);
        for (; rows.next() != null && block.isAfter(rows.next()); rows.advance()) {
            records++;
            broken.add(block.number(), rows.next().id(), "封印のあとから加えられた記録です。");
        }
        Mac digest = keys.mac(block.keyId()).orElse(null);
        int here = 0;
        for (; rows.next() != null && block.covers(rows.next()); rows.advance()) {
            if (digest != null) {
                digest.update(rows.next().bytes());
            }
            here++;
        }
        records += here;
        if (digest == null) {
            broken.add(block.number(), null, "鍵「" + block.keyId() + "」がないため、確かめられません。");
        } else if (removal != null && block.number() <= removal.block()) {
            checkRemoved(block, here);
        } else if (!Arrays.equals(block.sealed(digest), block.seal())) {
            new BrokenBlock(connection, keys, block).name(broken);
        }
        anchors.removeIf(anchor -> anchor.equals(Anchor.of(block)));
        blocks++;
        last = block;
    }

    /** Whether it follows the seal before it without a gap, and is not made with less than that was. */
    private void checkPlace(SealedBlock block) {
        long number = last == null ? 1 : last.number() + 1;
        byte[] previous = last == null ? SealedBlock.BEGINNING : last.seal();
        boolean follows = last == null
                || block.epoch() == last.epoch() && block.from() == last.to()
                || block.epoch() > last.epoch() && block.from() == 0;
        if (block.number() != number) {
            broken.add(number, null, "この封印がありません。");
        } else if (!Arrays.equals(previous, block.previous()) || !follows) {
            broken.add(block.number(), null, "前の封印につながっていません。");
        }
        if (block.keyId().equals(LogKeys.NONE)) {
            withoutKey++;
            if (last != null && !last.keyId().equals(LogKeys.NONE)) {
                broken.add(block.number(), null, "鍵のある封印のあとに、鍵のない封印があります。");
            }
        }
    }

    private void checkRemoved(SealedBlock block, int here) {
        boolean rightly = keys.mac(removal.keyId()).filter(removal::isSignedBy).isPresent()
                && block.sealedAt().isBefore(removal.before())
                && here == 0;
        if (!rightly) {
            broken.add(block.number(), null, "保存期間が過ぎて消去されたことになっていますが、その記録が正しくありません。");
        }
    }
}
