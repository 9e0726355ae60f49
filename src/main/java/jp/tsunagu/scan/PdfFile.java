package jp.tsunagu.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF, opened and looked through object by object: pages and pictures, nothing that does something when it is opened. */
final class PdfFile {

    private static final int MOST_OBJECTS = 100_000;

    /** Keys under which a PDF carries programs, other files and forms of its own kind. */
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "Launch", "AA", "EmbeddedFiles", "EF", "RichMedia", "RichMediaContent", "XFA");

    /** Kinds of actions ({@code /S}) that leave the page. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");

    private PdfFile() {}

    static int pages(byte[] content, int mostPages) throws IOException, NoScanException {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            lookThrough(document.getDocument());
            int pages = 0;
            for (PDPage page : document.getPages()) {
                page.getMediaBox();
                Pictures.refuseTooMany(++pages, mostPages);
            }
            if (pages == 0) {
                throw new NoScanException("この PDF には、ページがありません。スキャンし直してください。");
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw encrypted();
        }
    }

    static NoScanException encrypted() {
        return new NoScanException("この PDF には、パスワードなどの制限が掛かっています。制限のないファイルを添付してください。");
    }

    private static void lookThrough(COSDocument document) throws NoScanException {
        Set<COSObjectKey> keys = document.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new NoScanException("この PDF は、スキャンした書類としては複雑すぎます。スキャンし直してください。");
        }
        look(document.getTrailer());
        for (COSObjectKey key : new ArrayList<>(keys)) {
            look(document.getObjectFromPool(key).getObject());
        }
    }

    /** One object with what is written directly in it; what it refers to is an object of its own. */
    private static void look(COSBase object) throws NoScanException {
        Deque<COSBase> within = new ArrayDeque<>();
        if (object != null) {
            within.add(object);
        }
        while (!within.isEmpty()) {
            COSBase next = within.poll();
            if (next instanceof COSArray array) {
                array.forEach(part -> add(part, within));
            } else if (next instanceof COSDictionary dictionary) {
                look(dictionary);
                dictionary.getValues().forEach(part -> add(part, within));
            }
        }
    }

    private static void add(COSBase part, Deque<COSBase> within) {
        if (part instanceof COSArray || part instanceof COSDictionary) {
            within.add(part);
        }
    }

    private static void look(COSDictionary dictionary) throws NoScanException {
        boolean active = dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_KEYS::contains)
                || ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)));
        if (active) {
            throw new NoScanException("この PDF には、プログラムや別のファイルが埋め込まれています。紙をスキャンしたファイルを添付してください。");
        }
        if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            Pictures.refuseTooLarge(dictionary.getLong(COSName.WIDTH), dictionary.getLong(COSName.HEIGHT));
        }
    }
}
