package jp.tsunagu.procedure.scenario;

import java.util.List;

/** Story and procedure part here. */
final class PartedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;
    private final transient List<String> elements;

    PartedException(String expected, String found, List<String> elements) {
        super(expected + " / " + found);
        this.expected = expected;
        this.found = found;
        this.elements = List.copyOf(elements);
    }

    PartedException(String expected, String found, String element) {
        this(expected, found, List.of(element));
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }

    List<String> elements() {
        return elements;
    }
}
