package jp.tsunagu.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One case on its walk, with all that happened in it. */
final class CaseRun {

    /** After so many acts a case is led towards its end. */
    private static final int LONG = 45;

    private final String number;
    private final Instant received;
    private final List<Choice> choices = new ArrayList<>();
    private int refusals;

    CaseRun(String number, Instant received) {
        this.number = number;
        this.received = received;
    }

    Instant received() {
        return received;
    }

    String number() {
        return number;
    }

    List<Choice> choices() {
        return choices;
    }

    Duration age() {
        return Duration.between(received, WalkTime.now());
    }

    void happened(Choice choice) {
        choices.add(choice);
    }

    void refused() {
        refusals++;
    }

    int refusals() {
        return refusals;
    }

    boolean isLong() {
        return choices.size() > LONG;
    }
}
