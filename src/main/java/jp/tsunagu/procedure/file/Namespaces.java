package jp.tsunagu.procedure.file;

import java.util.Set;

/** What the vocabularies inside the files are called. */
final class Namespaces {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    static final String CAMUNDA_PREFIX = "camunda:";

    /** The engine understands the name of its predecessor, too. */
    private static final Set<String> CAMUNDA = Set.of(
            "http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/1.0/dmn", "http://activiti.org/bpmn");

    private Namespaces() {}

    static boolean isCamunda(String namespace) {
        return CAMUNDA.contains(namespace);
    }
}
