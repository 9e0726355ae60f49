package jp.tsunagu.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import jp.tsunagu.engine.guard.XmlPart.Attribute;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Walks once through a diagram or table. Nothing outside of it is looked at, and it cannot be made to grow. */
final class XmlReading extends DefaultHandler {

    /** Elements inside each other; the packaged diagrams need twelve. */
    private static final int DEEPEST = 100;

    private final Consumer<XmlPart> each;
    private XmlPart open;
    private int depth;
    private Locator place;

    private XmlReading(Consumer<XmlPart> each) {
        this.each = each;
    }

    /**
     * @param each told of every element when it ends
     * @throws IllegalArgumentException with a Japanese message if it has a DOCTYPE or instructions, is too deep, or is no XML
     */
    static void through(byte[] content, Consumer<XmlPart> each) {
        try {
            factory().newSAXParser().parse(new ByteArrayInputStream(content), new XmlReading(each));
        } catch (SAXParseException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new IllegalArgumentException(
                    doctype ? "文書型の宣言（DOCTYPE）は使えません。宣言を取り除いてください。" : "XMLとして読めません（" + e.getLineNumber() + "行目）。", e);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("XMLとして読めません。", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks what keeps it safe", e);
        }
    }

    private static SAXParserFactory factory() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw new SAXException("nothing outside is read");
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void processingInstruction(String target, String data) {
        throw new IllegalArgumentException("ほかのプログラムへの指示（<?" + target + " …?>）は使えません。取り除いてください。");
    }

    @Override
    public void startElement(String namespace, String name, String prefixed, Attributes attributes) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("要素の入れ子が深すぎます。");
        }
        List<Attribute> all = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add(new Attribute(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i)));
        }
        open = new XmlPart(open, namespace, name, all, new StringBuilder(), place.getLineNumber());
    }

    @Override
    public void characters(char[] text, int from, int length) {
        if (open != null) {
            open.text().append(text, from, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String prefixed) {
        each.accept(open);
        open = open.parent();
        depth--;
    }
}
