package jp.tsunagu.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as somebody reads it. */
final class Pdf {

    private Pdf() {}

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Left in target/papers to be looked at, page by page. */
    static void draw(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer drawing = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        drawing.renderImageWithDPI(page, 100),
                        "png",
                        folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
