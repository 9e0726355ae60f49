package jp.tsunagu.procedure.check.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Check;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.check.Kept;
import jp.tsunagu.procedure.check.course.Course;
import jp.tsunagu.procedure.check.course.Courses;
import org.springframework.stereotype.Component;

/** Nothing that the law demands gets lost by a change: each obligation on every way through its diagram. */
@Component
public class LawCheck implements Check {

    private static final Set<Obligation.Kind> DRAWN = EnumSet.of(
            Obligation.Kind.EXISTS,
            Obligation.Kind.TIMER_KEPT,
            Obligation.Kind.ONLY_BY,
            Obligation.Kind.DIFFERENT_GROUPS,
            Obligation.Kind.NEVER_CALLED);

    private final Obligations obligations;
    private final Courses courses;
    private final Kept<Asked, Optional<List<String>>> ways = new Kept<>(2000);

    /** The course is the same object as long as nothing on which it depends has changed. */
    private record Asked(Obligation obligation, Course course) {}

    public LawCheck(Obligations obligations, Courses courses) {
        this.obligations = obligations;
        this.courses = courses;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        Map<String, Course> all = courses.of(files);
        List<Finding> findings = new ArrayList<>();
        for (Obligation obligation : obligations.all()) {
            Course course = all.get(obligation.process());
            if (course == null) {
                findings.add(gone(obligation));
            } else {
                check(obligation, course, all, findings);
            }
        }
        all.values().stream()
                .filter(Course::tooLarge)
                .filter(course -> obligations.all().stream()
                        .anyMatch(obligation ->
                                obligation.process().equals(course.diagram().key())))
                .forEach(course -> findings.add(Finding.warning(
                        "too-large",
                        course.diagram().file(),
                        null,
                        "図が大きすぎるため、義務が守られることを、" + course.states() + "状態までしか確かめていません。")));
        return findings;
    }

    /** The diagram itself is not there, or nobody can read it. */
    private static Finding gone(Obligation obligation) {
        String file =
                "processes/" + obligation.process().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".bpmn";
        return Finding.error(
                obligation.kind().page(),
                file,
                null,
                obligation.sentence("を確かめられません。手続「" + obligation.process() + "」の図がないか、読めません。"));
    }

    private void check(Obligation obligation, Course course, Map<String, Course> all, List<Finding> findings) {
        String rule = obligation.kind().page();
        String file = course.diagram().file();
        List<String> missing = Drawn.missing(obligation, course.diagram());
        if (!missing.isEmpty()) {
            String names = String.join("」「", missing);
            findings.add(Finding.error(rule, file, null, obligation.sentence("に要る要素「" + names + "」がありません。")));
        } else if (DRAWN.contains(obligation.kind())) {
            String element = new Drawn(obligation, course.diagram(), all.values()).breaking();
            if (element != null) {
                findings.add(Finding.error(rule, file, element, obligation.sentence("が守られません。")));
            }
        } else {
            ways.of(
                            new Asked(obligation, course),
                            asked -> Optional.ofNullable(new Watched(obligation, course).breaking()))
                    .ifPresent(way -> {
                        String element = way.isEmpty() ? null : way.get(way.size() - 1);
                        findings.add(Finding.error(rule, file, element, obligation.sentence("が守られない道筋があります。"))
                                .shownBy(way));
                    });
        }
    }
}
