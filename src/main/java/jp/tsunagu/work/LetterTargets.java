package jp.tsunagu.work;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.engine.ProcedureSets;
import org.springframework.stereotype.Component;

/**
 * How long a letter may lie, and who is told when it lies longer: the rows that decision tables {@code stepTarget} and
 * {@code escalation} have today for the step that sends it. The letter outlives its step, when it comes back.
 */
@Component
public class LetterTargets {

    private final StepTargets targets;
    private final StepDays days;
    private final NextUp nextUp;
    private final ProcedureSets sets;

    LetterTargets(StepTargets targets, StepDays days, NextUp nextUp, ProcedureSets sets) {
        this.targets = targets;
        this.days = days;
        this.nextUp = nextUp;
        this.sets = sets;
    }

    /**
     * The days of a letter, both open.
     *
     * @param remindOn when whoever sends it is reminded
     * @param dueOn the last day on which it goes out in time
     */
    public record Days(LocalDate remindOn, LocalDate dueOn) {}

    /** Counted from the act that the letter tells of, or from the day it came back; empty if the table has no such step. */
    public Optional<Days> of(String step, LocalDate from) {
        return targets.ask(sets.current(), step).map(row -> new Days(days.warning(from, row), days.target(from, row)));
    }

    /** The roles that are told when a letter of this role is late; empty if nobody is above it. */
    public Set<String> toldWhenLate(String role) {
        NextUp.Told told = nextUp.of(role, false);
        Set<String> roles = new TreeSet<>();
        Optional.ofNullable(told.overdue()).ifPresent(roles::add);
        Optional.ofNullable(told.escalated()).ifPresent(roles::add);
        return roles;
    }
}
