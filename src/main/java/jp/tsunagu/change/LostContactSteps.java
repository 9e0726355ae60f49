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
import jp.tsunagu.casefile.Cases;
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
        return attempts.stream()
                .map(record -> record.data().path(WAY).asText(""))
                .filter(way -> !way.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private LocalDate since(String caseNumber, LocalDate otherwise) {
        LocalDate waiting = cases.find(caseNumber).waitingSince();
        return waiting == null ? otherwise : waiting;
    }
}
