package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The few questions that are asked of the tree of an XML file. Prefixes do not matter: BPMN's words are all different. */
final class Xml {

    private Xml() {}

    /** The elements directly inside, in order; only those of this name unless it is null. */
    static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && (name == null || name.equals(inner.getLocalName()))) {
                children.add(inner);
            }
        }
        return children;
    }

    static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new HashMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getLocalName(), all.item(i).getNodeValue());
        }
        return attributes;
    }
}
