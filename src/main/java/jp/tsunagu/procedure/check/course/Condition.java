package jp.tsunagu.procedure.check.course;

import java.util.Set;
import java.util.TreeSet;

/**
 * A condition over deciding variables, as far as it can be worked out here. What cannot is {@link Verdict#EITHER}: both ways
 * are looked at.
 */
public sealed interface Condition {

    /** Whether it holds. */
    enum Verdict {
        YES,
        NO,
        /** Not to be worked out here: it may hold or not. */
        EITHER,
        /** The value of a variable has to be chosen first. */
        NEEDS,
        /** It reads a variable that nobody can have set yet. */
        UNSET
    }

    /**
     * The answer.
     *
     * @param variable which one is to be chosen, or is not set
     */
    record Answer(Verdict verdict, String variable) {

        static final Answer YES = new Answer(Verdict.YES, null);
        static final Answer NO = new Answer(Verdict.NO, null);
        static final Answer EITHER = new Answer(Verdict.EITHER, null);

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }

        boolean is(Verdict one) {
            return verdict == one;
        }

        boolean blocked() {
            return is(Verdict.NEEDS) || is(Verdict.UNSET);
        }
    }

    /** What is known of the variables. */
    interface Known {

        /** The variable has a closed list of values; others are never chosen. */
        boolean chosen(String variable);

        /** Its value; null if it is not known. */
        String value(String variable);

        /** Nobody can have set it yet. */
        default boolean unset(String variable) {
            return false;
        }
    }

    Answer holds(Known known);

    /** Names of the variables it reads. */
    Set<String> variables();

    /** Reads an expression as the diagrams write it; what is not understood may hold or not. */
    static Condition of(String expression) {
        return new ConditionParser(expression).condition();
    }

    /** Not to be worked out. */
    record Open() implements Condition {

        @Override
        public Answer holds(Known known) {
            return Answer.EITHER;
        }

        @Override
        public Set<String> variables() {
            return Set.of();
        }
    }

    /** {@code true} or {@code false}. */
    record Always(boolean holds) implements Condition {

        @Override
        public Answer holds(Known known) {
            return Answer.of(holds);
        }

        @Override
        public Set<String> variables() {
            return Set.of();
        }
    }

    /** {@code !a}. */
    record Not(Condition of) implements Condition {

        @Override
        public Answer holds(Known known) {
            Answer inner = of.holds(known);
            return switch (inner.verdict()) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                default -> inner;
            };
        }

        @Override
        public Set<String> variables() {
            return of.variables();
        }
    }

    /** {@code a && b}, or {@code a || b}; like the engine it does not read b where a is enough. */
    record Both(Condition left, Condition right, boolean and) implements Condition {

        @Override
        public Answer holds(Known known) {
            Answer enough = Answer.of(!and);
            Answer first = left.holds(known);
            if (first.equals(enough) || first.blocked()) {
                return first;
            }
            Answer second = right.holds(known);
            boolean open = first.is(Verdict.EITHER) && !second.blocked() && !second.equals(enough);
            return open ? Answer.EITHER : second;
        }

        @Override
        public Set<String> variables() {
            Set<String> all = new TreeSet<>(left.variables());
            all.addAll(right.variables());
            return all;
        }
    }

    /** One value, or a comparison of two. */
    record Compared(Operand left, String operator, Operand right) implements Condition {

        @Override
        public Answer holds(Known known) {
            for (Operand side : new Operand[] {left, right}) {
                if (side.name()) {
                    Answer missing = missing(known, side.text());
                    if (missing != null) {
                        return missing;
                    }
                }
            }
            return compare(left.in(known), right.in(known));
        }

        private static Answer missing(Known known, String variable) {
            if (!known.chosen(variable)) {
                return Answer.EITHER;
            }
            if (known.unset(variable)) {
                return new Answer(Verdict.UNSET, variable);
            }
            return known.value(variable) == null ? new Answer(Verdict.NEEDS, variable) : null;
        }

        private Answer compare(String one, String other) {
            if (operator.equals("==")) {
                return Answer.of(one.equals(other));
            }
            if (operator.equals("!=")) {
                return Answer.of(!one.equals(other));
            }
            try {
                int order = Long.compare(Long.parseLong(one), Long.parseLong(other));
                return Answer.of(
                        switch (operator) {
                            case ">=" -> order >= 0;
                            case "<=" -> order <= 0;
                            case ">" -> order > 0;
                            default -> order < 0;
                        });
            } catch (NumberFormatException e) {
                return Answer.EITHER;
            }
        }

        @Override
        public Set<String> variables() {
            Set<String> names = new TreeSet<>();
            if (left.name()) {
                names.add(left.text());
            }
            if (right.name()) {
                names.add(right.text());
            }
            return names;
        }
    }

    /**
     * A side of a comparison.
     *
     * @param name whether the text names a variable; otherwise it is the value
     */
    record Operand(String text, boolean name) {

        String in(Known known) {
            return name ? known.value(text) : text;
        }
    }
}
