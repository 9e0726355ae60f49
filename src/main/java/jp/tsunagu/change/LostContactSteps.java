package jp.tsunagu.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ProgressLine;
import jp.tsunagu.casefile.StepRecord;
import jp.tsunagu.engine.ServedValue;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import jp.tsunagu.municipality.Settings;
import org.springframework.stereotype.Component;

/** Nobody is given up after one call: several ways, over a time that the municipality sets, before 主任 is asked. */
@Component
class LostContactSteps implements StepHandler, ServedValue {

    private static final String TRY = "tryContact";
    private static final String WAY = "attemptWay";
    private static final int WAYS = 3;
    private static final Map<String, String> NAMES = Map.of(
            "phone", "電話", "letter", "手紙", "visit", "訪問", "mail", "メール・SNS", "family", "家族・知人", "agency", "関係機関");

    /** 方法 of 第3号様式 → the way that was tried. */
    private static final Map<String, String> WAYS_OF_METHODS =
            Map.of("phoneOut", "phone", "letter", "letter", "homeVisit", "visit", "sns", "mail", "online", "mail");

    private final Cases cases;
    private final Settings settings;

    LostContactSteps(Cases cases, Settings settings) {
        this.cases = cases;
        this.settings = settings;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TRY);
    }

    @Override
    public List<Refusal> check(Submission submission) {
        if (!submission.is("contactAttempt", "exhausted")) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        if (ways(submission.caseNumber()).size() < WAYS) {
            refusals.add(Refusal.ofField("contactAttempt", "3つ以上の方法で試みてから、主任に相談してください。"));
        }
        int days =
                settings.today(Settings.LOST_CONTACT_DAYS).map(Integer::valueOf).orElse(Settings.LOST_CONTACT_DEFAULT);
        if (ChronoUnit.DAYS.between(since(submission.caseNumber(), submission.actDate()), submission.actDate())
                < days) {
            refusals.add(Refusal.ofField("contactAttempt", "連絡がとれなくなってから" + days + "日間は、試みを続けてください。"));
        }
        return refusals;
    }

    @Override
    public Set<String> keys() {
        return Set.of("attemptsLabel");
    }

    @Override
    public JsonNode value(String key, Viewer viewer) {
        String label = ways(viewer.caseNumber()).stream()
                .map(way -> NAMES.getOrDefault(way, way))
                .collect(Collectors.joining("、"));
        return TextNode.valueOf(label.isEmpty() ? "まだありません。" : label);
    }

    /** The ways since contact was lost the last time, the one being sent included. */
    private Set<String> ways(String caseNumber) {
        List<StepRecord> attempts = new ArrayList<>();
        for (StepRecord record : cases.steps(caseNumber, TRY, "contactLost", "contactResumed")) {
            if (!record.step().equals(TRY)) {
                break;
            }
            attempts.add(record);
        }
        Stream<String> answered =
                attempts.stream().map(record -> record.data().path(WAY).asText(""));
        return Stream.concat(answered, recorded(caseNumber))
                .filter(way -> !way.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An attempt that was written down outside of the step is one as well. */
    private Stream<String> recorded(String caseNumber) {
        LocalDate since = cases.find(caseNumber).waitingSince();
        return since == null
                ? Stream.empty()
                : cases.progress(caseNumber).stream()
                        .filter(line -> line.step().equals(ProgressLine.OWN_PAGE)
                                && !line.occurredOn().isBefore(since))
                        .map(LostContactSteps::way);
    }

    private static String way(ProgressLine line) {
        return switch (line.with()) {
            case PERSON_NOT_REACHED -> WAYS_OF_METHODS.getOrDefault(line.method(), "");
            case FAMILY -> "family";
            case AGENCY -> "agency";
            case PERSON, OTHER -> "";
        };
    }

    private LocalDate since(String caseNumber, LocalDate otherwise) {
        LocalDate waiting = cases.find(caseNumber).waitingSince();
        return waiting == null ? otherwise : waiting;
    }
}
