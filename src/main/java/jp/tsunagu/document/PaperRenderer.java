package jp.tsunagu.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a PDF of a filled template. Nothing is loaded from outside: neither pictures nor styles nor entities. */
@Component
class PaperRenderer {

    private final PaperFonts fonts;

    PaperRenderer(PaperFonts fonts) {
        this.fonts = fonts;
        // it tells the standard error of every font it loads, and of a paper's contents where it stumbles
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The PDF of a page.
     *
     * @throws IllegalArgumentException if the page is not well-formed
     */
    byte[] pdf(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(parse(html), "paper:");
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(fonts::regular, PaperFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(fonts::bold, PaperFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(fonts::signs, PaperFonts.SIGNS, 400, FontStyle.NORMAL, true);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Document parse(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("様式のひな型が正しい XHTML ではありません: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
