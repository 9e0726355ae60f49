package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.procedure.check.course.Condition.Compared;
import jp.tsunagu.procedure.check.course.Condition.Operand;

/** The variables on which the way through a diagram depends, each with the values that make a difference there. */
final class Variables {

    /** Not chosen yet. */
    static final byte UNKNOWN = 0;

    /** Nobody can have set it. */
    static final byte UNSET = -1;

    /** What fits into a set of bits; further variables may have any value at any time. */
    private static final int MOST = 60;

    private final List<String> names = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final byte[] initial;

    Variables(Diagram diagram, List<Condition> conditions, VariableCatalogue catalogue) {
        Map<String, Set<Long>> thresholds = new TreeMap<>();
        Set<String> read = new TreeSet<>();
        for (Condition condition : conditions) {
            read.addAll(condition.variables());
            thresholds(condition, thresholds);
        }
        for (String name : read) {
            List<String> domain =
                    catalogue.find(name).map(found -> domain(found, thresholds)).orElse(List.of());
            if (!domain.isEmpty() && names.size() < MOST) {
                index.put(name, names.size());
                names.add(name);
                values.add(domain);
            }
        }
        initial = new byte[names.size()];
        catalogue.initialValues(diagram.key()).forEach((name, value) -> set(initial, name, String.valueOf(value)));
    }

    private static List<String> domain(Variable variable, Map<String, Set<Long>> thresholds) {
        if (variable.type() == Type.BOOLEAN) {
            return List.of("true", "false");
        }
        if (variable.type() == Type.INTEGER) {
            Set<Long> around = new TreeSet<>();
            thresholds
                    .getOrDefault(variable.name(), Set.of())
                    .forEach(limit -> around.addAll(List.of(limit - 1, limit, limit + 1)));
            return around.stream().map(String::valueOf).toList();
        }
        return variable.type() == Type.STRING ? List.copyOf(variable.values()) : List.of();
    }

    /** The numbers an integer is compared with: between them its value makes no difference. */
    private static void thresholds(Condition condition, Map<String, Set<Long>> found) {
        if (condition instanceof Condition.Not not) {
            thresholds(not.of(), found);
        } else if (condition instanceof Condition.Both both) {
            thresholds(both.left(), found);
            thresholds(both.right(), found);
        } else if (condition instanceof Compared compared) {
            threshold(compared.left(), compared.right(), found);
            threshold(compared.right(), compared.left(), found);
        }
    }

    private static void threshold(Operand name, Operand number, Map<String, Set<Long>> found) {
        if (name.name() && !number.name() && number.text().matches("-?\\d{1,15}")) {
            found.computeIfAbsent(name.text(), first -> new TreeSet<>()).add(Long.valueOf(number.text()));
        }
    }

    int count() {
        return names.size();
    }

    /** Its place; -1 if nothing depends on it. */
    int of(String name) {
        return index.getOrDefault(name, -1);
    }

    String name(int variable) {
        return names.get(variable);
    }

    int values(int variable) {
        return values.get(variable).size();
    }

    /** Null while it is not known. */
    String value(byte[] all, int variable) {
        byte value = all[variable];
        return value <= 0 ? null : values.get(variable).get(value - 1);
    }

    byte[] initial() {
        return initial.clone();
    }

    /** A value that is not in the list is as good as unknown: no condition asks for it. */
    void set(byte[] all, String name, String value) {
        int variable = of(name);
        if (variable >= 0) {
            all[variable] =
                    value == null ? UNKNOWN : (byte) (values.get(variable).indexOf(value) + 1);
        }
    }

    Condition.Known in(byte[] all) {
        return new Condition.Known() {
            @Override
            public boolean chosen(String variable) {
                return of(variable) >= 0;
            }

            @Override
            public String value(String variable) {
                return Variables.this.value(all, of(variable));
            }

            @Override
            public boolean unset(String variable) {
                return all[of(variable)] == UNSET;
            }
        };
    }

    /** What is known, for people: {@code planCheck=suitable}. */
    List<String> told(byte[] all) {
        List<String> told = new ArrayList<>();
        for (int variable = 0; variable < all.length; variable++) {
            if (all[variable] > 0) {
                told.add(names.get(variable) + "=" + value(all, variable));
            }
        }
        return told;
    }

    /** The set of these, as bits. */
    long bits(Iterable<String> some) {
        long bits = 0;
        for (String name : some) {
            int variable = of(name);
            bits |= variable < 0 ? 0 : 1L << variable;
        }
        return bits;
    }
}
