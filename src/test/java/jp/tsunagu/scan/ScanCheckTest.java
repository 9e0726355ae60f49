package jp.tsunagu.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner makes is taken; what is empty, something else, locked, alive, broken or made to swell is told so and harms nobody. */
class ScanCheckTest {

    private static final int MOST_PAGES = 5;

    private final ScanCheck check = new ScanCheck();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif"})
    void takesPictures(String kind) throws Exception {
        Scan scan = check.check(picture(kind), MOST_PAGES);
        assertThat(scan.kind().extension()).isEqualTo(kind);
        assertThat(scan.pages()).isEqualTo(1);
    }

    @Test
    void takesPdfOfPictures() throws Exception {
        assertThat(check.check(pdf(3), MOST_PAGES)).isEqualTo(new Scan(ScanKind.PDF, 3));
    }

    @Test
    void refusesWhatIsNoScan() {
        refuses(new byte[0], "空です");
        refuses("MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1), "この種類のファイル");
        refuses("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "この種類のファイル");
        refuses("%PDF-".getBytes(StandardCharsets.US_ASCII), "この種類のファイル");
        refuses("%PDF-1.7\nnothing of it".getBytes(StandardCharsets.US_ASCII), "壊れている");
        refuses(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3}, "壊れている");
    }

    @Test
    void refusesMorePagesThanASheafHas() throws Exception {
        refuses(pdf(MOST_PAGES + 1), "ページが多すぎます（5ページまで）");
    }

    @Test
    void refusesWhatIsLocked() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(1))) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            refuses(saved(document), "パスワードなどの制限");
        }
    }

    @Test
    void refusesWhatActsWhenItIsOpened() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(1))) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            refuses(saved(document), "プログラム");
        }
        try (PDDocument document = Loader.loadPDF(pdf(1))) {
            PDActionLaunch launch = new PDActionLaunch();
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(launch);
            document.getPage(0).getAnnotations().add(link);
            refuses(saved(document), "プログラム");
        }
        try (PDDocument document = Loader.loadPDF(pdf(1))) {
            COSDictionary names = new COSDictionary();
            names.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
            refuses(saved(document), "プログラム");
        }
    }

    /** 300 MB of nothing in 300 kB, in a page's content, and once more packed where the objects are listed. */
    @Test
    void refusesWhatSwells() throws Exception {
        byte[] once = zeros(300_000_000);
        assertThat(once.length).isLessThan(400_000);
        refuses(withStream("/Filter /FlateDecode", once), "大きくなりすぎる");
        byte[] twice = packed(once);
        refuses(withStream("/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", twice), "大きくなりすぎる");
        refuses(withStream("/Type /#4fbjStm /N 1 /First 4 /Filter 9 0 R", twice), "大きくなりすぎる");
        refuses(withStream("/Subtype /Image /N 1 /First 4 /Filter /FlateDecode", zeros(100_000_000)), "大きくなりすぎる");
        refuses(withStream("/Type /ObjStm /N 1 /First 4 /Filter /#4cZWDecode", once), "複雑すぎます");
    }

    @Test
    void refusesMoreStreamsThanAnyScanHas() {
        refuses(("%PDF-1.7\n" + "streamx\u0001".repeat(30_000)).getBytes(StandardCharsets.ISO_8859_1), "複雑すぎます");
    }

    @Test
    void refusesPicturesFinerThanAnyScan() throws Exception {
        byte[] png = picture("png");
        // the width in the head of a PNG
        png[16] = 0x7F;
        refuses(png, "細かすぎます");
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "%PDF-1.7\n1 0 obj\n" + "[".repeat(200_000) + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF";
        refuses(deep.getBytes(StandardCharsets.US_ASCII), "壊れている");
    }

    /** Whatever single bytes a disk or a line turns over: an answer, never anything else. */
    @Test
    void answersWhateverIsBroken() throws Exception {
        Random dice = new Random(15);
        byte[][] whole = {pdf(1), picture("png"), picture("jpg"), picture("tif")};
        for (int i = 0; i < 200; i++) {
            byte[] broken = whole[i % whole.length].clone();
            for (int flip = 0; flip < 1 + dice.nextInt(20); flip++) {
                broken[8 + dice.nextInt(broken.length - 8)] = (byte) dice.nextInt();
            }
            try {
                assertThat(check.check(broken, MOST_PAGES).pages()).isPositive();
            } catch (NoScanException told) {
                assertThat(told.getMessage()).endsWith("。");
            }
        }
    }

    private void refuses(byte[] content, String reason) {
        assertThatThrownBy(() -> check.check(content, MOST_PAGES))
                .isInstanceOf(NoScanException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] picture(String kind) throws IOException {
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, file)).isTrue();
        return file.toByteArray();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject scan =
                    LosslessFactory.createFromImage(document, new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB));
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(scan, 0, 0, 500, 700);
                }
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    /** A PDF with one more stream, written as it is. */
    private static byte[] withStream(String dictionary, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("%%PDF-1.7\n7 0 obj\n<< %s /Length %d >>\nstream\n"
                .formatted(dictionary, content.length)
                .getBytes(StandardCharsets.US_ASCII));
        file.write(content);
        file.write("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static byte[] zeros(long count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] part = new byte[1_000_000];
            for (long written = 0; written < count; written += part.length) {
                out.write(part);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
