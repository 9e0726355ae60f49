package jp.tsunagu.casefile;

import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.form.FormField;

/**
 * The fields of forms that tell where a person can be found: what a form marks as {@code contact}, what is known by its name, and
 * any text whose label asks for a place, so that a field that somebody adds to a form later and forgets to mark is masked too.
 * Whoever looks for somebody finds them also at work, at school, in hospital, or where support is given. Of a restricted case they
 * are masked like the address (EV8, I-14).
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

    /** Bodies that the person goes to. Whoever has the step works with them: they are readable in its open form only. */
    private static final Set<String> BODIES = Set.of(
            "agency",
            "agencyPerson",
            "connectNote",
            "emergencySupportContent",
            "organization",
            "receiver",
            "referralAgency",
            "referralOffice",
            "roleAgency",
            "transferOffice");

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    private static final Pattern ASKS_FOR_PLACE =
            Pattern.compile("住所|電話|メール|郵便番号|現在地|居所|避難先|転居先|転出先|勤務先|就職先|職場|学校|通院先|入院先|入所先");

    private PlacesOfPerson() {}

    /** True if a form marks this field as a way to reach the person: what the weaker flag 連絡先の秘匿 hides. */
    public static boolean isContact(FormField field) {
        return field.property("contact").isPresent();
    }

    /** True if this field's answer tells a place or how to reach the person. */
    public static boolean isTold(FormField field) {
        return isKeptBack(field) || BODIES.contains(field.key());
    }

    /** True if it is kept back from whoever has the step, too. */
    public static boolean isKeptBack(FormField field) {
        return isContact(field)
                || KEYS.contains(field.key())
                || TEXTS.contains(field.type())
                        && ASKS_FOR_PLACE.matcher(field.label()).find();
    }
}
