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

    private final PaperFonts fonts;
    private final PaperRenderer renderer;

    PaperPrinter(PaperFonts fonts, PaperRenderer renderer) {
        this.fonts = fonts;
        this.renderer = renderer;
    }

    PrintedPaper print(PaperTemplate template, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>(given);
        values.put("style", template.style());
        Printable page = fonts.printable(template.fill(values));
        List<String> missing = codes(page.missing());
        if (!missing.isEmpty()) {
            values.put("missing", String.join(" ", missing));
            page = fonts.printable(template.fill(values));
        }
        return new PrintedPaper(renderer.pdf(page.text()), missing);
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
