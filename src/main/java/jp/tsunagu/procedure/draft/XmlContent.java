package jp.tsunagu.procedure.draft;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The tags of a diagram or table, also of one that is not finished. Nothing outside the file is ever read. */
final class XmlContent {

    private XmlContent() {}

    /**
     * One tag.
     *
     * @param attributes by their names without prefix
     * @param parent the tag it stands in; null at the root
     */
    record Tag(String name, Map<String, String> attributes, Tag parent) {

        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    /**
     * All tags in their order.
     *
     * @throws IllegalArgumentException if it is no XML, or has a document type of its own
     */
    static List<Tag> tags(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Tag> tags = new ArrayList<>();
        Deque<Tag> open = new ArrayDeque<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IllegalArgumentException("a document type is not accepted");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    Tag tag = new Tag(reader.getLocalName(), attributes(reader), open.peek());
                    tags.add(tag);
                    open.push(tag);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not XML", e);
        }
        return tags;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
