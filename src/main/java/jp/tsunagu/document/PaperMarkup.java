package jp.tsunagu.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.document.PaperCheck.Slip;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The page around the places of a template. Only what a paper needs may stand in it: nothing that runs, and nothing that could
 * fetch anything from outside or from the server's own files.
 */
final class PaperMarkup extends DefaultHandler {

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "body",
            "div",
            "p",
            "span",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "ruby",
            "rt",
            "rp",
            "pre",
            "blockquote");

    private static final Set<String> ATTRIBUTES = Set.of(
            "class", "id", "lang", "style", "colspan", "rowspan", "span", "name", "content", "title", "start", "type");

    /** How a style could fetch something; a backslash would hide it. */
    private static final Pattern FETCHES = Pattern.compile(
            "@import|@font-face|@namespace|url\\s*\\(|image\\s*\\(|image-set|src\\s*:|expression|behavior|://|\\\\");

    private static final Pattern UNCLOSED = Pattern.compile("element type \"(.+?)\" must be terminated");

    private final String file;
    private final List<Slip> slips = new ArrayList<>();
    private Locator at;
    private StringBuilder style;

    private PaperMarkup(String file) {
        this.file = file;
    }

    /** @param text without places */
    static List<Slip> slips(String file, String text, boolean piece) {
        PaperMarkup markup = new PaperMarkup(file);
        String page = piece ? "<div>" + text + "\n</div>" : text;
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(page)), markup);
        } catch (SAXParseException e) {
            markup.slips.add(new Slip(Kind.STRUCTURE, file, Math.max(1, e.getLineNumber()), why(e)));
        } catch (SAXException | ParserConfigurationException e) {
            markup.slips.add(new Slip(Kind.STRUCTURE, file, 1, "様式として読めません。タグの書き方を確かめてください。"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return markup.slips;
    }

    /** A style sheet by itself. */
    static List<Slip> ofStyle(String file, String css) {
        String plain = blanked(css).toLowerCase(Locale.ROOT);
        LineNumbers lines = new LineNumbers(css);
        List<Slip> slips = new ArrayList<>();
        int markup = Math.max(css.indexOf('<'), css.indexOf('&'));
        if (markup >= 0) {
            slips.add(new Slip(Kind.STRUCTURE, file, lines.of(markup), "書式に < や & は書けません。"));
        }
        Matcher fetches = FETCHES.matcher(plain);
        while (slips.size() < PaperCheck.MOST_SLIPS && fetches.find()) {
            slips.add(fetching(file, lines.of(fetches.start()), fetches.group()));
        }
        return slips;
    }

    /** Comments go, places stay. */
    private static String blanked(String css) {
        StringBuilder plain = new StringBuilder(css);
        for (int begin = css.indexOf("/*"); begin >= 0; ) {
            int end = css.indexOf("*/", begin + 2);
            int after = end < 0 ? css.length() : end + 2;
            for (int at = begin; at < after; at++) {
                plain.setCharAt(at, plain.charAt(at) == '\n' ? '\n' : ' ');
            }
            begin = css.indexOf("/*", after);
        }
        return plain.toString();
    }

    private static Slip fetching(String file, int line, String what) {
        return new Slip(Kind.OUTSIDE, file, line, "書式に「" + what + "」は使えません。外やサーバーのファイルから画像・文字・書式を読み込むことはできません。");
    }

    private static String why(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher unclosed = UNCLOSED.matcher(message);
        if (unclosed.find()) {
            return "<" + unclosed.group(1) + "> が閉じられていません。</" + unclosed.group(1) + "> を書いてください。";
        }
        return message.contains("DOCTYPE")
                ? "DOCTYPE は書けません。<html> から始めてください。"
                : "タグの書き方が正しくありません。< > や引用符、& （&amp; と書きます）を確かめてください。";
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        at = locator;
    }

    @Override
    public void startElement(String uri, String local, String element, Attributes attributes) {
        if (!ELEMENTS.contains(element)) {
            outside("<" + element + "> は様式に使えません。様式は文字と表だけで作ります（画像・リンク・プログラムは入れられません）。");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            if (!ATTRIBUTES.contains(name)) {
                outside("属性「" + name + "」は様式に使えません。");
            } else if (name.equals("style")) {
                slips.addAll(ofStyle(file, attributes.getValue(i)).stream()
                        .map(slip -> new Slip(slip.kind(), file, at.getLineNumber(), slip.message()))
                        .toList());
            }
        }
        if (element.equals("style")) {
            style = new StringBuilder();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (style != null) {
            style.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String element) {
        if (element.equals("style") && style != null) {
            ofStyle(file, style.toString())
                    .forEach(slip -> slips.add(new Slip(slip.kind(), file, at.getLineNumber(), slip.message())));
            style = null;
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        outside("<?" + target + "?> は様式に書けません。");
    }

    private void outside(String message) {
        if (slips.size() >= PaperCheck.MOST_SLIPS) {
            return;
        }
        slips.add(new Slip(Kind.OUTSIDE, file, at.getLineNumber(), message));
    }
}
