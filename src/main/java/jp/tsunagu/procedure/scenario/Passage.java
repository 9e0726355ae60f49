package jp.tsunagu.procedure.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.scenario.Gap.Place;

/**
 * Lines that a story lacks: somebody does a step. They come before the line at which the story parts, so that the days of
 * everything told after them stay as they are, and nothing that the story expects is taken away.
 *
 * @param answers with {@link PassageFields#THAT_DAY} where the day of the story belongs
 * @param note who reads the story later sees why it was written; one line
 */
record Passage(String step, String role, ObjectNode answers, String note) {

    private static final Pattern LINE_OF_STORY = Pattern.compile("(\\s*)- .*");

    /** @throws MalformedScenarioException if the story is not written so that a line can be put before another */
    String into(Place place) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(place.scenario().source().split("\n", -1)));
        int at = place.parted().line() - 1;
        Matcher line = LINE_OF_STORY.matcher(at < lines.size() ? lines.get(at) : "");
        if (!line.matches()) {
            throw new MalformedScenarioException(
                    place.parted().line(),
                    "「" + place.scenario().title() + "」は、ここに手順を書き足せない書き方です。この例題は選ばずに、文面を開いて書き足してください。");
        }
        while (lines.get(at - 1).strip().startsWith("#")) {
            at--;
        }
        lines.addAll(at, lines(line.group(1), place.day()));
        return String.join("\n", lines);
    }

    /** The same as the ward's own, told in the place of the packaged one. */
    String copyOf(Place place) {
        String id = place.scenario().id();
        return into(place).replaceFirst("(?m)^id:.*$", Matcher.quoteReplacement("id: " + id + "-copy\n代わり: " + id));
    }

    List<String> lines(String indent, String day) {
        List<String> lines = new ArrayList<>(List.of(
                indent + "# " + note, indent + "- だれ: " + ScenarioRoles.name(role), indent + "  すること: " + step));
        if (!answers.isEmpty()) {
            lines.add(indent + "  答え: {" + answered(day) + "}");
        }
        return lines;
    }

    /** JSON is YAML on one line; a text stands in quotes, so that nothing in it means anything. */
    private String answered(String day) {
        return answers.properties().stream()
                .map(answer -> answer.getKey() + ": "
                        + answer.getValue().toString().replace("\"" + PassageFields.THAT_DAY + "\"", day))
                .collect(Collectors.joining(", "));
    }
}
