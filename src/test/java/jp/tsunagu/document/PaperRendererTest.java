package jp.tsunagu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** What stands in a template comes out on paper, in every character that a name may have. */
class PaperRendererTest {

    private final PaperFonts fonts = new PaperFonts();
    private final PaperRenderer renderer = new PaperRenderer(fonts);

    @Test
    void printsTheCharactersOfNames() throws IOException {
        var printable = fonts.printable("髙𠮷邉葛\uDB40\uDD00 ☐☑①㈱");

        byte[] pdf = renderer.pdf(page(printable.text()));

        assertThat(printable.missing()).isEmpty();
        assertThat(Pdf.text(pdf)).contains("髙𠮷邉").contains("☐☑①㈱").doesNotContain("#", "〓");
        Pdf.draw(pdf, "characters");
    }

    @Test
    void aVariantIsAnotherDrawingThanTheOrdinaryForm() throws IOException {
        byte[] variant = renderer.pdf(page(fonts.printable("葛\uDB40\uDD00").text()));
        byte[] ordinary = renderer.pdf(page(fonts.printable("葛").text()));

        assertThat(black(variant)).isNotEqualTo(black(ordinary));
    }

    @Test
    void aCharacterThatNoFontHasIsMarkedAndTold() {
        var printable = fonts.printable("渡\uD840\uDDDF辺\uDB40\uDD0F");

        assertThat(printable.text()).isEqualTo("渡〓辺");
        assertThat(printable.missing()).containsExactlyInAnyOrder("\uD840\uDDDF", "辺\uDB40\uDD0F");
    }

    @Test
    void nothingIsLoadedFromOutside() {
        assertThatThrownBy(() -> renderer.pdf("<!DOCTYPE html SYSTEM \"http://elsewhere/\"><html><body/></html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XHTML");
        assertThat(renderer.pdf("<html><head><title>x</title></head><body>"
                        + "<img src=\"file:///etc/passwd\"/><img src=\"http://elsewhere/\"/></body></html>"))
                .isNotEmpty();
    }

    private static String page(String text) {
        return "<html><head><title>x</title><style>* { font-family: \"Noto Sans JP\", \"Noto Sans Symbols 2\"; font-size: 30pt }</style></head>"
                + "<body>" + text + "</body></html>";
    }

    private static long black(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            long black = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    black += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
                }
            }
            return black;
        }
    }
}
