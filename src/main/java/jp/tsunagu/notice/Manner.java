package jp.tsunagu.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.casefile.Whereabouts.Post;

/** How a letter is brought to the person, as the forms call it. */
enum Manner {
    MAIL("mail", "郵送"),
    IN_PERSON("inPerson", "手渡し"),
    COUNTER("counter", "窓口で渡した"),
    PRESENT_PLACE("presentPlace", "今いるところ（居所）へ届けた"),
    THROUGH_CENTRE("throughCentre", "センターを通じて"),
    OTHER("other", "その他");

    private final String key;
    private final String label;

    Manner(String key, String label) {
        this.key = key;
        this.label = label;
    }

    static Optional<Manner> of(String key) {
        return Arrays.stream(values()).filter(manner -> manner.key.equals(key)).findFirst();
    }

    /** Those that the page of letters offers. */
    static List<Manner> offered() {
        return List.of(MAIL, IN_PERSON, COUNTER, PRESENT_PLACE);
    }

    /** Words for a list; an unknown key as it is. */
    static String labelOf(String key) {
        return of(key).map(Manner::label).orElse(key);
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Why a letter cannot be brought in this way, and what to do instead; empty if it can (I-14). */
    Optional<String> refuse(Post post) {
        if (this != MAIL && this != PRESENT_PLACE) {
            return Optional.empty();
        }
        return switch (post) {
            case RESTRICTED -> Optional.of("連絡先が秘匿されています（DV等）。送らずに、「手渡し」か「窓口で渡した」を選んでください。");
            case ADDRESS -> Optional.empty();
            case PRESENT_PLACE ->
                this == MAIL ? Optional.of("住所がありません。「今いるところ（居所）へ届けた」「手渡し」「窓口で渡した」のどれかを選んでください。") : Optional.empty();
            case NONE -> Optional.of("住所も、今いるところも記録されていません。「手渡し」か「窓口で渡した」を選ぶか、担当の相談支援員に住所を確かめてください。");
        };
    }
}
