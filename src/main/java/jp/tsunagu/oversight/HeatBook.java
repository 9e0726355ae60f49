package jp.tsunagu.oversight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.oversight.ProcessDiagrams.Diagram;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What somebody may see of the heat: for the page, for other programs and for files alike. */
@Component
class HeatBook {

    static final String USUAL_PROCESS = "selfRelianceSupport";

    private static final int USUAL_SMALLEST = 5;
    private static final int MOST_STUCK = 5;

    /** The order follows what is shown, never what is behind it: it would tell. */
    private static final Comparator<HeatLine> WORST_FIRST = Comparator.comparingInt(
                    (HeatLine line) -> -line.heat(Measure.OVER_TARGET))
            .thenComparingInt(line -> -line.heat(Measure.WAITING_NOW))
            .thenComparingInt(line -> line.work() ? 0 : 1);

    private final HeatReader reader;
    private final ProcessDiagrams diagrams;
    private final SentBack sentBack;
    private final Settings settings;
    private final WorkingDays workingDays;

    HeatBook(
            HeatReader reader,
            ProcessDiagrams diagrams,
            SentBack sentBack,
            Settings settings,
            WorkingDays workingDays) {
        this.reader = reader;
        this.diagrams = diagrams;
        this.sentBack = sentBack;
        this.settings = settings;
        this.workingDays = workingDays;
    }

    /** The filter of an address, as far as somebody may ask for it. */
    HeatFilter filter(Overseer overseer, Map<String, String> asked) {
        HeatFilter filter = HeatFilter.of(asked, workingDays.today());
        return overseer.seesCases() ? filter : SmallNumbers.widened(filter);
    }

    /** How many somebody has to be among to be counted for those who may not see the cases. */
    int smallest() {
        return settings.today(Settings.SMALL_NUMBER)
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_SMALLEST);
    }

    /** One process. */
    @Transactional(readOnly = true)
    public HeatOfProcess process(Overseer overseer, HeatFilter filter, String process) {
        Map<String, Diagram> newest = diagrams.newest();
        return process(new Question(overseer, filter, newest, reader.read(filter)), process);
    }

    /** All processes, and one of them in full. */
    @Transactional(readOnly = true)
    public Overview overview(Overseer overseer, HeatFilter filter, String process, String asOf) {
        Map<String, Diagram> newest = diagrams.newest();
        Question all = new Question(overseer, filter.ofAllVersions(), newest, reader.read(filter.ofAllVersions()));
        Question asked = filter.version() == null ? all : new Question(overseer, filter, newest, reader.read(filter));
        HeatLines lines = lines(all);
        List<HeatLine> steps = new ArrayList<>();
        List<ProcessRow> rows = new ArrayList<>();
        for (Diagram diagram : newest.values()) {
            List<HeatLine> own = diagram.steps().stream()
                    .filter(step -> !step.isPassed() && step.holdsUp())
                    .map(step -> lines.line(diagram.process(), step))
                    .filter(line -> line.heat(Measure.WAITING_NOW) > 0)
                    .sorted(WORST_FIRST)
                    .toList();
            steps.addAll(own);
            rows.add(new ProcessRow(
                    diagram.process(),
                    diagram.title(),
                    lines.total(diagram, Measure.WAITING_NOW),
                    lines.total(diagram, Measure.OVER_TARGET),
                    own.isEmpty() ? null : own.get(0)));
        }
        rows.sort(Comparator.comparingInt((ProcessRow row) -> -row.over().heat())
                .thenComparingInt(row -> -row.waiting().heat())
                .thenComparingInt(row -> row.process().equals(USUAL_PROCESS) ? 0 : 1));
        return new Overview(
                filter,
                asOf,
                process(asked, process),
                rows,
                steps.stream().sorted(WORST_FIRST).limit(MOST_STUCK).toList());
    }

    private record Question(
            Overseer overseer,
            HeatFilter filter,
            Map<String, Diagram> newest,
            Map<String, Map<String, StepHeat>> heat) {}

    private HeatLines lines(Question question) {
        return new HeatLines(question.heat(), question.newest(), question.filter(), showing(question.overseer()));
    }

    private Showing showing(Overseer overseer) {
        return overseer.seesCases() ? new ExactNumbers() : new SmallNumbers(smallest());
    }

    private HeatOfProcess process(Question question, String process) {
        Integer version = question.filter().version();
        Diagram newest = question.newest().get(process);
        if (newest == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "この手続はありません。「滞留の状況」から選び直してください。");
        }
        Diagram drawn =
                version == null ? newest : diagrams.version(process, version).orElse(newest);
        HeatLines lines = lines(question);
        Stream<HeatLine> shown = drawn.steps().stream()
                .filter(step -> !step.isPassed())
                .map(step -> withSentBack(lines.line(process, step), question))
                .filter(line -> line.work() || !line.isNothing());
        return new HeatOfProcess(
                process,
                drawn.title(),
                drawn.version(),
                shown.sorted(WORST_FIRST).toList(),
                gone(question, drawn, lines));
    }

    private List<HeatLine> gone(Question question, Diagram drawn, HeatLines lines) {
        Set<String> known =
                question.heat().getOrDefault(drawn.process(), Map.of()).keySet();
        if (known.stream().allMatch(step -> drawn.step(step).isPresent())) {
            return List.of();
        }
        return diagrams.everStood(drawn.process()).values().stream()
                .filter(step ->
                        known.contains(step.step()) && drawn.step(step.step()).isEmpty())
                .map(step -> lines.line(drawn.process(), step))
                .filter(line -> !line.isNothing())
                .sorted(WORST_FIRST)
                .toList();
    }

    private HeatLine withSentBack(HeatLine line, Question question) {
        if (SentBack.DECISION.equals(line.calls())) {
            sentBack.count(question.filter())
                    .ifPresent(count -> line.figures()
                            .put(
                                    Measure.REJECTED.key(),
                                    showing(question.overseer()).count(List.of(count))));
        }
        return line;
    }
}
