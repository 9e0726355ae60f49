package jp.tsunagu.needtoknow;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody needs the address or telephone of a restricted case. */
enum UnlockReason {
    CONTACT("本人に連絡する・訪問する"),
    HANDOVER("本人の求めで、つなぎ先に伝える"),
    LETTER("書類を本人に届ける"),
    CHANGE("連絡先の変更を記録する"),
    CONFIRM("記録が正しいか確かめる"),
    OTHER("その他（下に具体的に書く）");

    private final String label;

    UnlockReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<UnlockReason> of(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(key))
                .findFirst();
    }
}
