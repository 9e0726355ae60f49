package jp.tsunagu.procedure.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no scenario; says at which lines and why. */
public final class MalformedScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    MalformedScenarioException(List<Fault> faults) {
        super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    MalformedScenarioException(int line, String message) {
        this(List.of(new Fault(line, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
