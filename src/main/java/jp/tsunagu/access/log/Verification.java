package jp.tsunagu.access.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out when the chain was looked at.
 *
 * @param records how many rows were read
 * @param blocks how many seals
 * @param withoutKey how many of them were made without a key
 * @param unsealed rows that no seal holds yet
 * @param removedTo the last seal whose rows were removed when their time had passed; 0 for none
 * @param head the last seal; empty before the first
 * @param broken how many places do not fit
 * @param breaks the first of them
 */
public record Verification(
        long records,
        long blocks,
        long withoutKey,
        long unsealed,
        long removedTo,
        Optional<Anchor> head,
        long broken,
        List<Break> breaks) {

    /** So many places are named; the first is what matters. */
    static final int NAMED = 20;

    /**
     * A place that does not fit.
     *
     * @param block the seal
     * @param record the id of the row; null where it is the seal itself
     * @param what in Japanese
     */
    public record Break(long block, Long record, String what) {

        public String text() {
            return "封印 " + block + (record == null ? "" : "、記録 " + record) + "：" + what;
        }
    }

    public boolean isWhole() {
        return broken == 0;
    }

    /** What is told to whoever asked, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                isWhole()
                        ? "アクセス記録に、変更・削除・挿入・並べ替えの跡はありません。"
                        : "アクセス記録に、合わないところがあります（%,d か所）。最初の箇所：%s"
                                .formatted(broken, breaks.get(0).text()));
        breaks.stream().skip(1).map(Break::text).forEach(lines::add);
        lines.add("確かめた記録 %,d 件、封印 %,d 個、まだ封印していない記録 %,d 件".formatted(records, blocks, unsealed));
        if (removedTo > 0) {
            lines.add("保存期間が過ぎたため、封印 1～%,d の記録は消去されています。".formatted(removedTo));
        }
        if (withoutKey > 0) {
            lines.add("鍵のない封印が %,d 個あります。その部分は、データベースの管理者が封印ごと作り直しても分かりません（控えの封印と照合してください）。".formatted(withoutKey));
        }
        head.ifPresent(anchor -> lines.add("最後の封印（控え）：" + anchor.text()));
        return lines;
    }
}
