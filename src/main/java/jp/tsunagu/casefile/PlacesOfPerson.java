package jp.tsunagu.casefile;

import java.util.Set;

/**
 * The fields of forms that tell where a person can be found, beyond those that a form itself marks as {@code contact}: whoever
 * looks for somebody finds them also at work, at school, or where support is given. Of a restricted case they are masked like the
 * address (EV8, I-14).
 */
public final class PlacesOfPerson {

    /** What stands instead. */
    public static final String HIDDEN = "（制限ケースのため伏せています）";

    private static final Set<String> KEYS = Set.of(
            "phone",
            "email",
            "postalCode",
            "address",
            "presentPlace",
            "contactNote",
            "visitorPhone",
            "provider",
            "employer",
            "workHistory",
            "school",
            "workPlace");

    private PlacesOfPerson() {}

    /** True if this field's answer tells a place or how to reach the person. */
    public static boolean isTold(String key) {
        return KEYS.contains(key);
    }

    public static Set<String> keys() {
        return KEYS;
    }
}
