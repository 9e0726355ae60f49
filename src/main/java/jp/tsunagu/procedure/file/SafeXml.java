package jp.tsunagu.procedure.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a diagram or table that somebody sent: nothing outside of it is looked at, and it cannot be made to grow. */
public final class SafeXml {

    /** Bytes; the largest packaged diagram has 220,000. */
    public static final int LARGEST = 3_000_000;

    /** Elements inside each other; the packaged diagrams need twelve. */
    static final int DEEPEST = 100;

    private SafeXml() {}

    /**
     * The content as a tree.
     *
     * @throws IllegalArgumentException with a Japanese message if it is too large, too deep, has a DOCTYPE or is no XML
     */
    public static Document read(byte[] content) {
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("ファイルが大きすぎます（上限は3MBです）。");
        }
        try {
            Document document = builder().parse(new ByteArrayInputStream(content));
            requireShallow(document);
            return document;
        } catch (SAXParseException e) {
            throw new IllegalArgumentException("XMLとして読めません（" + e.getLineNumber() + "行目）。", e);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("XMLとして読めません。", e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // the default one prints to the console
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks what keeps it safe", e);
        }
    }

    /** Without recursion: a document nested without end must not exhaust whoever measures it. */
    private static void requireShallow(Document document) {
        int depth = 0;
        Node node = document.getDocumentElement();
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == null ? null : node.getNextSibling();
            }
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("要素の入れ子が深すぎます。");
            }
        }
    }
}
