package jp.tsunagu.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a paper as pictures, to be looked at while it is edited: exactly what the printer prints. */
public final class PaperPictures {

    /** More nobody looks through beside an editor. */
    public static final int MOST_PAGES = 8;

    private static final int DOTS_PER_INCH = 110;

    private PaperPictures() {}

    /** The first pages, as PNG. */
    public static List<byte[]> of(PrintedPaper paper) {
        List<byte[]> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper.pdf())) {
            PDFRenderer drawing = new PDFRenderer(document);
            for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                BufferedImage picture = drawing.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(picture, "png", png);
                pages.add(png.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }
}
