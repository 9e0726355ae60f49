package jp.tsunagu.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as somebody reads it. */
final class Pdf {

    /** A4 and the margins of paper.css, in points. */
    private static final double MILLIMETRE = 72 / 25.4;

    private static final double LEFT = 25 * MILLIMETRE;
    private static final double RIGHT = (210 - 13) * MILLIMETRE;
    private static final double BOTTOM = 297 * MILLIMETRE;

    private Pdf() {}

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** The characters that a printer would cut: beyond the margins at the sides, or off the sheet. */
    static List<String> outside(byte[] pdf) throws IOException {
        List<String> outside = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                double right = text.getXDirAdj() + text.getWidthDirAdj();
                boolean within = text.getXDirAdj() >= LEFT - 1
                        && right <= RIGHT + 1
                        && text.getYDirAdj() > 0
                        && text.getYDirAdj() < BOTTOM;
                if (!within && !text.getUnicode().isBlank()) {
                    outside.add("%s at %.0f,%.0f".formatted(text.getUnicode(), text.getXDirAdj(), text.getYDirAdj()));
                }
                super.processTextPosition(text);
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            reader.getText(document);
        }
        return outside;
    }

    /** Left in target/papers to be looked at. */
    static Path keep(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return folder;
    }

    /** Left in target/papers to be looked at, page by page. */
    static void draw(byte[] pdf, String name) throws IOException {
        Path folder = keep(pdf, name);
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
