package jp.tsunagu.procedure.check.course;

import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.procedure.file.XmlElement;

/** What is asked of an element. Prefixes do not matter: BPMN's words are all different. */
final class Xml {

    private Xml() {}

    /** By their names without prefix. */
    static Map<String, String> attributes(XmlElement element) {
        Map<String, String> attributes = new HashMap<>();
        element.attributes()
                .forEach((name, value) -> attributes.put(name.replaceFirst("^(camunda:|\\{.*})", ""), value));
        return attributes;
    }
}
