package jp.tsunagu.needtoknow;

import java.util.Arrays;
import java.util.Optional;

/** Why only named persons may know of a case. */
enum RestrictionReason {
    VIOLENCE("配偶者などからの暴力（DV）"),
    STALKING("ストーカー行為など"),
    CHILD_ABUSE("児童虐待"),
    ABUSE("高齢者・障害のある人への虐待"),
    RELATED("職員の親族・知人など、知られると支援に差し支える"),
    OTHER("その他（下に具体的に書く）");

    private final String label;

    RestrictionReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<RestrictionReason> of(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(key))
                .findFirst();
    }
}
