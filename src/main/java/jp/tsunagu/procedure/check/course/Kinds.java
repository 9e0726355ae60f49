package jp.tsunagu.procedure.check.course;

import java.util.Map;
import jp.tsunagu.procedure.check.course.Node.Kind;

/** What a case does at an element, by BPMN's word for it. */
final class Kinds {

    private Kinds() {}

    /** Null for what is not understood. */
    static Kind of(String tag, Map<String, String> attributes) {
        return switch (tag) {
            case "startEvent" -> Kind.START;
            case "endEvent" -> Kind.END;
            case "intermediateCatchEvent" -> Kind.CATCH;
            case "intermediateThrowEvent" -> Kind.THROW;
            case "boundaryEvent" -> Kind.BOUNDARY;
            case "userTask", "receiveTask" -> Kind.WAIT;
            case "serviceTask", "sendTask", "businessRuleTask" ->
                "external".equals(attributes.get("type")) ? Kind.WAIT : Kind.PASS;
            case "task", "manualTask", "scriptTask" -> Kind.PASS;
            case "callActivity" -> Kind.CALL;
            case "subProcess", "transaction" ->
                "true".equals(attributes.get("triggeredByEvent")) ? Kind.EVENT_PART : Kind.PART;
            case "exclusiveGateway" -> Kind.ONE_WAY;
            case "inclusiveGateway" -> Kind.SOME_WAYS;
            case "parallelGateway" -> Kind.ALL_WAYS;
            case "eventBasedGateway" -> Kind.EVENT_GATE;
            default -> null;
        };
    }
}
