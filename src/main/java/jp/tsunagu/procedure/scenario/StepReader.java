package jp.tsunagu.procedure.scenario;

import static jp.tsunagu.procedure.scenario.ScenarioReader.need;
import static jp.tsunagu.procedure.scenario.ScenarioReader.object;
import static jp.tsunagu.procedure.scenario.ScenarioReader.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.procedure.scenario.Scenario.Act;
import jp.tsunagu.procedure.scenario.Scenario.Deed;
import jp.tsunagu.procedure.scenario.Scenario.Expectation;
import jp.tsunagu.procedure.scenario.Scenario.Happening;
import jp.tsunagu.procedure.scenario.Scenario.Passing;
import jp.tsunagu.procedure.scenario.Scenario.Step;

/** Reads one line of the story. */
final class StepReader {

    private static final String ACT = "すること";
    private static final String HAPPENING = "出来事";
    private static final String PASSING = "たつ";
    private static final String EXPECTATION = "確かめる";
    private static final String REFUSED = "断られる";
    private static final List<String> DEEDS = List.of(ACT, HAPPENING, PASSING, EXPECTATION);
    private static final Set<String> PARTS =
            words("日時", "だれ", ACT, HAPPENING, "答え", "プログラム", "事実", REFUSED, PASSING, EXPECTATION);

    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s*(開庁日|日)");
    /** About ten years. */
    private static final int MOST_DAYS = 3700;

    private StepReader() {}

    static Step read(Written line, int number) {
        Map<String, Written> parts = line.map(PARTS);
        List<String> deeds = DEEDS.stream().filter(parts::containsKey).toList();
        if (deeds.size() > 1) {
            throw line.wrong("一つの手順に「" + String.join("」と「", deeds) + "」があります。手順を分けてください。");
        }
        if (deeds.isEmpty() && !parts.containsKey("日時") && !parts.containsKey("事実")) {
            throw line.wrong("「" + String.join("」「", DEEDS) + "」「日時」「事実」のどれかを書いてください。");
        }
        Deed deed = deeds.isEmpty() ? null : deed(deeds.get(0), line, parts);
        return new Step(
                number, line.line(), parts.containsKey("日時") ? when(parts.get("日時")) : null, object(parts, "事実"), deed);
    }

    private static Deed deed(String kind, Written line, Map<String, Written> parts) {
        return switch (kind) {
            case ACT ->
                new Act(
                        role(need(line, parts, "だれ")),
                        parts.get(ACT).text(),
                        object(parts, "答え"),
                        object(parts, "プログラム"),
                        refused(parts));
            case HAPPENING ->
                new Happening(parts.get(HAPPENING).text(), object(parts, "答え"), object(parts, "プログラム"), refused(parts));
            case PASSING -> passing(parts.get(PASSING));
            default -> new Expectation(ClaimReader.read(parts.get(EXPECTATION)));
        };
    }

    private static boolean refused(Map<String, Written> parts) {
        Written refused = parts.get(REFUSED);
        if (refused == null) {
            return false;
        }
        return switch (refused.text()) {
            case "true", "はい" -> true;
            case "false", "いいえ" -> false;
            default -> throw refused.wrong("「" + REFUSED + "」には true か false を書きます。");
        };
    }

    private static Passing passing(Written written) {
        Matcher days = DAYS.matcher(written.text());
        if (!days.matches() || Integer.parseInt(days.group(1)) > MOST_DAYS) {
            throw written.wrong("「" + PASSING + "」には「5開庁日」か「30日」のように書きます（" + MOST_DAYS + "日まで）。");
        }
        return new Passing(Integer.parseInt(days.group(1)), days.group(2).equals("開庁日"));
    }

    static When when(Written written) {
        return When.read(written.text())
                .orElseThrow(() -> written.wrong("日時として読めません。2026-09-18 か 2026-09-18 16:05 のように書いてください。"));
    }

    /** @return the id of the group */
    static String role(Written written) {
        return ScenarioRoles.group(written.text())
                .orElseThrow(() ->
                        written.wrong("「" + written.text() + "」という役割はありません。" + ScenarioRoles.known() + " から選んでください。"));
    }
}
