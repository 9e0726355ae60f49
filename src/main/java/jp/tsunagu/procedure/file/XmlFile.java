package jp.tsunagu.procedure.file;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without document types, entities or anything from outside; a file is read once, however many ask for it. */
public final class XmlFile {

    /** No diagram is nested nearly as deep; one that is would exhaust whoever walks through it. */
    static final int DEEPEST = 100;

    private static final XMLInputFactory FACTORY = factory();

    private static final ReadOnce<Object> FILES = new ReadOnce<>(XmlFile::parse);

    private XmlFile() {}

    /** @throws UnreadableFileException if it is no XML, has a document type or is nested too deep */
    public static XmlElement read(byte[] content) throws UnreadableFileException {
        LargestFile.check(content);
        Object known = FILES.of(content);
        if (known instanceof UnreadableFileException failure) {
            throw failure;
        }
        return (XmlElement) known;
    }

    private static Object parse(byte[] content) {
        try {
            XMLStreamReader reader;
            synchronized (FACTORY) {
                reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
            }
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    return new UnreadableFileException("文書型の宣言（DOCTYPE）は使えません。宣言を取り除いてください。", null);
                }
            }
            XmlElement root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException | RuntimeException e) {
            // the reader also answers broken names and encodings with whatever went wrong inside it
            return new UnreadableFileException("XMLとして読めません。書きかけか、壊れています。", e);
        }
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested deeper than " + DEEPEST);
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
