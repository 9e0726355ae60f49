package jp.tsunagu.procedure.check.ward;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.Drawing;
import jp.tsunagu.procedure.file.Shape;
import org.springframework.stereotype.Component;

/** A step lies in the lane of a role that may do it: people read from the picture whose work it is. */
@Component
class RoleInLane extends DiagramRule {

    /** 主任相談支援員 is found before 相談支援員, which is a part of it. */
    private static final List<String> LONGEST_FIRST = Roles.OF_STEPS.stream()
            .sorted(Comparator.comparing((String role) -> plain(name(role)).length())
                    .reversed())
            .toList();

    RoleInLane() {
        super("role-in-lane");
    }

    @Override
    Stream<Finding> of(Drawing drawing, ProcedureFiles files) {
        Map<String, String> lanes = drawing.lanes();
        return drawing.shapes("userTask")
                .flatMap(task -> Optional.ofNullable(lanes.get(task.id())).flatMap(drawing::shape).stream()
                        .flatMap(lane -> of(drawing, task, lane).stream()));
    }

    private Optional<Finding> of(Drawing drawing, Shape task, Shape lane) {
        Set<String> named = roles(lane.name());
        List<String> groups = Stream.of(
                        task.element().camunda("candidateGroups").split(","))
                .map(String::strip)
                .filter(Roles.OF_STEPS::contains)
                .toList();
        if (named.isEmpty() || groups.isEmpty() || groups.stream().anyMatch(named::contains)) {
            return Optional.empty();
        }
        return Optional.of(warning(
                drawing,
                task,
                title(task) + "の担当は" + names(groups) + "ですが、" + title(lane)
                        + "の帯（レーン）にあります。手順を担当の帯へ移すか、担当を選び直してください。"));
    }

    /** Whose lane it is, by its name; empty if it names nobody. */
    static Set<String> roles(String lane) {
        String left = plain(lane);
        Set<String> roles = new TreeSet<>();
        for (String role : LONGEST_FIRST) {
            if (left.contains(plain(name(role)))) {
                roles.add(role);
                left = left.replace(plain(name(role)), "　");
            }
        }
        return roles;
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s　・（）()]", "");
    }

    private static String name(String role) {
        return Accounts.groupNames().get(role);
    }

    private static String names(List<String> roles) {
        return roles.stream().map(role -> "「" + name(role) + "」").collect(Collectors.joining("と"));
    }
}
