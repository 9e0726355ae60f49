package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The case file of a case that is only told: what the real one would know, as far as the diagrams ask for it. */
final class TrialCase {

    static final String NUMBER = "R8-00001";
    static final int SET = 1;

    /** Everything told of the person and answered so far. */
    final ObjectNode known = JsonNodeFactory.instance.objectNode();

    /** A case of twelve years with a contact each week enters fewer. */
    private static final int MOST_ENTERED = 20_000;

    /** The elements that were entered, in order. */
    final List<Passed> way = new ArrayList<>();

    /** The building blocks that were asked, in order. */
    final List<String> asked = new ArrayList<>();

    /** The instances of handovers to the welfare office that have no result yet. */
    final Set<String> handovers = new HashSet<>();

    final TrialPlan plan = new TrialPlan();

    /** The instance that carries the case. */
    String main;

    boolean closed;
    LocalDate waitingSince;
    List<LocalDate> followUps = List.of();

    /** An element that was entered. */
    record Passed(String process, String element) {}

    /** @throws EndlessException if there is no end to it */
    void enters(String process, String element) {
        if (way.size() == MOST_ENTERED) {
            throw new EndlessException(element);
        }
        way.add(new Passed(process, element));
    }

    boolean entered(String element) {
        return way.stream().anyMatch(passed -> passed.element().equals(element));
    }

    boolean entered(String process, String element) {
        return way.contains(new Passed(process, element));
    }

    boolean began(String process) {
        return way.stream().anyMatch(passed -> passed.process().equals(process));
    }
}
