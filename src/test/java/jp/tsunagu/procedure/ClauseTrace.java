package jp.tsunagu.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what the diagrams name as their ground against the list of clauses. */
final class ClauseTrace {

    /** MK-10-3a, MK-9-5-ア-保護, NG-5-2, and whatever is meant as one: two capitals, a hyphen, and all up to the next mark. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}_-])[A-Z]{2}-[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    private static final Pattern CITED = Pattern.compile("第(\\d+)条第(\\d+)号(?:・第(\\d+)号)?");

    private final List<Clause> clauses;

    ClauseTrace(List<Clause> clauses) {
        this.clauses = clauses;
    }

    static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a text names although it is no clause of the list. */
    Set<String> unknown(String text) {
        Set<String> unknown = named(text);
        clauses.forEach(clause -> unknown.remove(clause.id()));
        return unknown;
    }

    /** Behaviours that no step names and that are not known to be open. */
    List<String> missing(Collection<String> steps) {
        return behaviours(clause -> clause.open().isBlank() && !namedBySome(steps, clause));
    }

    /** Behaviours that are called open although a step names them: the line has to go. */
    List<String> settled(Collection<String> steps) {
        return behaviours(clause -> !clause.open().isBlank() && namedBySome(steps, clause));
    }

    private List<String> behaviours(Predicate<Clause> which) {
        return clauses.stream()
                .filter(Clause::behaviour)
                .filter(which)
                .map(Clause::id)
                .toList();
    }

    private static boolean namedBySome(Collection<String> steps, Clause clause) {
        return steps.stream().anyMatch(step -> named(step).contains(clause.id()));
    }

    /** Articles that a step cites in words, 要領 第9条第3号, without naming a clause of them. */
    static List<String> citedOnly(String step) {
        return CITED.matcher(step)
                .results()
                .flatMap(cited -> Stream.of(2, 3)
                        .map(cited::group)
                        .filter(number -> number != null)
                        .map(number -> "MK-" + cited.group(1) + "-" + number))
                .filter(article -> named(step).stream().noneMatch(id -> id.matches(article + "([a-z]|-.+)?")))
                .toList();
    }
}
