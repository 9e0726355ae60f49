package jp.tsunagu.disposal;

import java.text.Normalizer;
import java.util.Locale;

/** Case numbers as somebody types them: full width, small letters, spaces. */
final class Numbers {

    private Numbers() {}

    static String typed(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
