package jp.tsunagu.procedure.check;

import java.util.List;
import java.util.Random;

/** A change that nobody would make on purpose. */
final class Mutation {

    private static final List<String> NODES = List.of(
            "userTask",
            "serviceTask",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "endEvent",
            "callActivity");
    private static final List<String> GATEWAYS = List.of("exclusiveGateway", "inclusiveGateway", "parallelGateway");

    private Mutation() {}

    /** What was done, in words. */
    static String of(Drawing diagram, Random random) {
        List<String> flows = diagram.ids("sequenceFlow");
        String flow = flows.get(random.nextInt(flows.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                diagram.removeFlow(flow);
                return flow + " removed";
            }
            case 1 -> {
                List<String> nodes = NODES.stream()
                        .flatMap(kind -> diagram.ids(kind).stream())
                        .toList();
                String target = nodes.get(random.nextInt(nodes.size()));
                diagram.lead(flow, target);
                return flow + " led to " + target;
            }
            case 2 -> {
                diagram.noCondition(flow);
                return flow + " without condition";
            }
            case 3 -> {
                diagram.noCondition(flow).condition(flow, "false");
                return flow + " never";
            }
            default -> {
                List<String> gateways = GATEWAYS.stream()
                        .flatMap(kind -> diagram.ids(kind).stream())
                        .toList();
                if (gateways.isEmpty()) {
                    diagram.removeFlow(flow);
                    return flow + " removed";
                }
                String gateway = gateways.get(random.nextInt(gateways.size()));
                String kind = GATEWAYS.get(random.nextInt(GATEWAYS.size()));
                diagram.kind(gateway, kind);
                return gateway + " is a " + kind;
            }
        }
    }
}
