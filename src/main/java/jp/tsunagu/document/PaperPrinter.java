package jp.tsunagu.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.document.PaperFonts.Printable;
import org.springframework.stereotype.Component;

/** Fills a template and makes the PDF. Characters that no font has are told at the top of the paper, and to whoever prints. */
@Component
class PaperPrinter {

    /** The value that says that the paper is of a restricted case. */
    static final String NAMED_ONLY = "namedOnly";

    private static final String FLAG =
            "<div style=\"border:2pt solid #c00;color:#c00;padding:2pt 6pt;font-weight:bold\">"
                    + "制限ケース　指定された人だけが扱えます。本人の居所につながることを外へ伝えないこと。</div>";

    private final PaperFonts fonts;
    private final PaperRenderer renderer;

    PaperPrinter(PaperFonts fonts, PaperRenderer renderer) {
        this.fonts = fonts;
        this.renderer = renderer;
    }

    PrintedPaper print(PaperTemplate template, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>(given);
        values.put("style", template.style());
        Printable page = fonts.printable(flagged(template.fill(values), values));
        List<String> missing = codes(page.missing());
        if (!missing.isEmpty()) {
            values.put("missing", String.join(" ", missing));
            page = fonts.printable(flagged(template.fill(values), values));
        }
        return new PrintedPaper(renderer.pdf(page.text()), missing);
    }

    /** Whatever the template: nobody forgets the flag in one they change. */
    private static String flagged(String page, Map<String, Object> values) {
        return Boolean.TRUE.equals(values.get(NAMED_ONLY)) ? page.replaceFirst("<body[^>]*>", "$0" + FLAG) : page;
    }

    private static List<String> codes(Set<String> characters) {
        return characters.stream()
                .map(character -> character
                        .codePoints()
                        .mapToObj("U+%04X"::formatted)
                        .reduce((first, second) -> first + "-" + second)
                        .orElseThrow())
                .toList();
    }
}
