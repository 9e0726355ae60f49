package jp.tsunagu.procedure.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The only reader of diagrams and tables, which anybody may have sent: nothing outside of a file is looked at, it cannot be made
 * to grow, and it is neither too large nor nested without end.
 */
public final class XmlFile {

    /** No diagram is nested nearly as deep; one that is would exhaust whoever walks through it. */
    static final int DEEPEST = 100;

    private static final XMLInputFactory FACTORY = factory();

    private static final Reading<XmlElement> FILES = new Reading<>(XmlFile::parse);

    private XmlFile() {}

    /** @throws UnreadableFileException if it is no XML, has a document type, is too large or nested too deep */
    public static XmlElement read(byte[] content) throws UnreadableFileException {
        return FILES.of(content);
    }

    /**
     * The same as a tree that can be changed and written again, with comments and blanks.
     *
     * @throws UnreadableFileException for what {@link #read} throws it for
     */
    public static Document document(byte[] content) throws UnreadableFileException {
        // has looked at whatever could be wrong or do harm
        read(content);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException e) {
            throw new UnreadableFileException("XMLとして読めません。書きかけか、壊れています。", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks what keeps it safe", e);
        }
    }

    private static XmlElement parse(byte[] content) throws UnreadableFileException {
        try {
            XMLStreamReader reader;
            synchronized (FACTORY) {
                reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
            }
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new UnreadableFileException("文書型の宣言（DOCTYPE）は使えません。宣言を取り除いてください。", null);
                }
            }
            XmlElement root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException e) {
            throw new UnreadableFileException("XMLとして読めません" + place(e) + "。書きかけか、壊れています。", e);
        } catch (RuntimeException e) {
            // the reader answers broken names and encodings with whatever went wrong inside it
            throw new UnreadableFileException("XMLとして読めません。書きかけか、壊れています。", e);
        }
    }

    private static String place(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return line > 0 ? "（" + line + "行目）" : "";
    }

    private static XmlElement element(XMLStreamReader reader, int depth)
            throws XMLStreamException, UnreadableFileException {
        if (depth > DEEPEST) {
            throw new UnreadableFileException("要素の入れ子が深すぎます（" + DEEPEST + "段まで）。", null);
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {
                    // comments and instructions to other programs say nothing of the procedure
                }
            }
        }
        return new XmlElement(
                namespace,
                name,
                attributes,
                List.copyOf(children),
                text.toString().strip());
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            String key = namespace == null || namespace.isEmpty()
                    ? name
                    : Namespaces.isCamunda(namespace) ? Namespaces.CAMUNDA_PREFIX + name : "{" + namespace + "}" + name;
            attributes.put(key, reader.getAttributeValue(i));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
