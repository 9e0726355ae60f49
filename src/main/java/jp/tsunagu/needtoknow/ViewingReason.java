package jp.tsunagu.needtoknow;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody reads a case that is not theirs. */
enum ViewingReason {
    ABSENCE("担当者が不在で、本人や関係機関に応対する"),
    EMERGENCY("緊急の対応に必要"),
    HANDOVER("担当を引き継ぐ前の確認"),
    COMPLAINT("苦情・問い合わせの調査"),
    OVERSIGHT("指導・監督、記録の点検"),
    OTHER("その他（下に具体的に書く）");

    private final String label;

    ViewingReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<ViewingReason> of(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(key))
                .findFirst();
    }

    static String labelOf(String key) {
        return of(key).map(ViewingReason::label).orElse(key);
    }
}
