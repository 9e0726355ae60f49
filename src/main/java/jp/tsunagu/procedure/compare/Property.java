package jp.tsunagu.procedure.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What an element says of itself in one respect.
 *
 * @param label what people call it
 * @param value as it counts; empty is the same as not there
 * @param shown as people read it
 * @param manner how a sentence speaks of it
 */
record Property(String label, String value, String shown, Manner manner) {

    /** How a sentence speaks of a property. */
    enum Manner {
        /** 「A」の担当が 相談支援員 から 主任相談支援員 に変わります */
        VALUE,
        /** 「A」が必須になります */
        FLAG,
        /** 「A」が 相談支援員 から 主任相談支援員 へ移ります */
        PLACE,
        /** A cell of a table: empty says something, too. */
        CELL,
        /** Counts only as far as both sides have the same things. */
        ORDER
    }

    static Property value(String label, String value, String shown) {
        return new Property(label, value, shown, Manner.VALUE);
    }

    static Property value(String label, String value) {
        return value(label, value, value);
    }

    static Property flag(String label) {
        return new Property(label, "true", label, Manner.FLAG);
    }

    static Property place(String label, String value, String shown) {
        return new Property(label, value, shown, Manner.PLACE);
    }

    /** @param shown the same in words */
    static Property order(String label, List<String> order, List<String> shown) {
        return new Property(label, String.join("、", order), String.join("、", shown), Manner.ORDER);
    }

    static Property cell(String column, String value, String shown) {
        return new Property(column, value, shown, Manner.CELL);
    }

    /** Whether it says the same as the other side does. */
    boolean isSame(Property other) {
        return manner == Manner.ORDER ? common(other).equals(other.common(this)) : value.equals(other.value);
    }

    private List<String> common(Property other) {
        List<String> common = new ArrayList<>(List.of(value.split("、")));
        common.retainAll(List.of(other.value.split("、")));
        return common;
    }
}
