package jp.tsunagu.procedure.file;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Attributes that are written in a file and say nothing of the procedure. Their names are those of {@link XmlElement}. */
public final class Unsaid {

    /** Attributes that say the same when they are not written. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            entry("cancelActivity", "true"),
            entry("isInterrupting", "true"),
            entry("triggeredByEvent", "false"),
            entry("isExecutable", "false"),
            entry("isClosed", "false"),
            entry("isForCompensation", "false"),
            entry("isSequential", "false"),
            entry("startQuantity", "1"),
            entry("completionQuantity", "1"),
            entry("instantiate", "false"),
            entry("parallelMultiple", "false"),
            entry("eventGatewayType", "Exclusive"),
            entry("gatewayDirection", "Unspecified"),
            entry("processType", "None"),
            entry("camunda:asyncBefore", "false"),
            entry("camunda:asyncAfter", "false"),
            entry("camunda:exclusive", "true"),
            // a procedure set names the version of everything in it
            entry("camunda:formRefBinding", "latest"),
            entry("camunda:decisionRefBinding", "latest"),
            entry("camunda:calledElementBinding", "latest"),
            entry("camunda:isStartableInTasklist", "true"));

    /** Written by the tools that draw, read by nobody who works. */
    private static final Set<String> OF_TOOLS =
            Set.of("exporter", "exporterVersion", "executionPlatform", "executionPlatformVersion");

    private static final Set<String> VOCABULARIES_OF_TOOLS = Set.of(
            "{http://camunda.org/schema/modeler/1.0}",
            "{http://www.w3.org/2001/XMLSchema-instance}",
            "{http://bpmn.io/schema/bpmn/biocolor/1.0}",
            "{http://www.omg.org/spec/BPMN/non-normative/color/1.0}");

    private Unsaid() {}

    public static boolean isOfTools(String attribute) {
        return OF_TOOLS.contains(attribute) || VOCABULARIES_OF_TOOLS.stream().anyMatch(attribute::startsWith);
    }

    public static boolean isUsual(String attribute, String value) {
        return value.equals(USUAL.get(attribute));
    }
}
