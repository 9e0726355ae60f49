package jp.tsunagu.procedure.check.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Check;
import jp.tsunagu.procedure.check.Finding;
import org.springframework.stereotype.Component;

/** Every case can end, no case gets stuck, no step is there for nothing, nothing is done twice (健全性). */
@Component
public class CourseCheck implements Check {

    private final Courses courses;

    public CourseCheck(Courses courses) {
        this.courses = courses;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        Map<String, Course> all = courses.of(files);
        List<Finding> findings = new ArrayList<>();
        for (Course course : all.values()) {
            calls(course, all, findings);
            for (Problem problem : course.unsound()) {
                findings.add(Words.of(problem, course.diagram()));
            }
        }
        return findings;
    }

    /** How many states of each diagram were looked at: process key → number. */
    public Map<String, Integer> states(ProcedureFiles files) {
        Map<String, Integer> states = new java.util.TreeMap<>();
        courses.of(files).forEach((key, course) -> states.put(key, course.states()));
        return states;
    }

    private static void calls(Course course, Map<String, Course> all, List<Finding> findings) {
        for (Node node : course.diagram().nodes()) {
            String called = node.attribute("calledElement");
            if (node.kind == Node.Kind.CALL && (called.isEmpty() || !called.contains("{"))) {
                if (!all.containsKey(called)) {
                    findings.add(Words.of(
                            new Problem(Problem.Kind.CALLS_NOTHING, node.id, List.of(), called), course.diagram()));
                } else if (comesBack(called, course.diagram().key(), all, new ArrayList<>())) {
                    findings.add(Words.of(
                            new Problem(Problem.Kind.CALLS_ITSELF, node.id, List.of(), called), course.diagram()));
                }
            }
        }
    }

    private static boolean comesBack(String called, String key, Map<String, Course> all, List<String> seen) {
        if (called.equals(key)) {
            return true;
        }
        if (seen.contains(called) || !all.containsKey(called)) {
            return false;
        }
        seen.add(called);
        return all.get(called).diagram().nodes().stream()
                .filter(node -> node.kind == Node.Kind.CALL)
                .anyMatch(node -> comesBack(node.attribute("calledElement"), key, all, seen));
    }
}
