package jp.tsunagu.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.access.Roles;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.Responsibility;
import jp.tsunagu.casefile.Whereabouts;
import jp.tsunagu.casefile.Whereabouts.Post;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.OpenSteps;
import jp.tsunagu.engine.OpenSteps.OpenStep;
import jp.tsunagu.notice.LetterQueue.Line;
import jp.tsunagu.notice.NoticeKind.LetterStep;
import org.springframework.stereotype.Component;

/** Letters as the page shows them: a name only to whoever may open the case, how the person can be reached, who has it. */
@Component
class LetterRows {

    private static final String LISTED = "通知一覧表示";

    private final OpenSteps steps;
    private final Members members;
    private final Responsibility responsibility;
    private final Cases cases;
    private final Whereabouts whereabouts;
    private final LetterRules rules;
    private final WorkingDays workingDays;
    private final AccessLog log;

    LetterRows(
            OpenSteps steps,
            Members members,
            Responsibility responsibility,
            Cases cases,
            Whereabouts whereabouts,
            LetterRules rules,
            WorkingDays workingDays,
            AccessLog log) {
        this.steps = steps;
        this.members = members;
        this.responsibility = responsibility;
        this.cases = cases;
        this.whereabouts = whereabouts;
        this.rules = rules;
        this.workingDays = workingDays;
        this.log = log;
    }

    /**
     * A row.
     *
     * @param to whom it is for: the name where the reader may know it
     * @param late true after the last day on which it goes out in time
     * @param post how the person can be reached on paper; null for a body outside
     * @param holder the name of whoever has it; null if nobody
     * @param mine true if that is the reader
     * @param sendable true if the reader may send it, or take it to send it
     * @param readable true if the reader may open the case
     * @param stopped why it may not go out any more; null if it may
     * @param print where it can be printed; null unless the reader may
     */
    record Row(
            UUID id,
            String caseNumber,
            String kind,
            String to,
            String since,
            String due,
            boolean late,
            Post post,
            String holder,
            boolean mine,
            boolean sendable,
            boolean readable,
            String stopped,
            String print,
            String sent) {}

    List<Row> of(String user, List<Line> lines) {
        Set<String> numbers = lines.stream().map(Line::caseNumber).collect(Collectors.toSet());
        Map<UUID, OpenStep> stepOf = stepsOf(lines, numbers);
        Map<String, Post> posts = whereabouts.of(numbers);
        Set<String> groups = members.groupsOf(user);
        Set<String> readable = readable(user, groups, lines, stepOf, numbers);
        Map<String, String> names = cases.names(readable);
        log.recordOnceSince(workingDays.beginningOfToday(), user, names.keySet(), LISTED);
        Map<String, Optional<String>> stops = stops(lines);
        return lines.stream()
                .map(line -> {
                    Optional<OpenStep> step = Optional.ofNullable(stepOf.get(line.id()));
                    String holder = step.map(OpenStep::assignee).orElse(line.takenBy());
                    boolean reads = readable.contains(line.caseNumber());
                    LetterStep letter = line.kind().letter().orElseThrow();
                    String stopped =
                            mayBeStopped(line) ? stops.get(line.caseNumber()).orElse(null) : null;
                    return new Row(
                            line.id(),
                            line.caseNumber(),
                            line.kind().label(),
                            to(line, names),
                            Wareki.formatShort(line.since()),
                            line.dueOn() == null ? "" : Wareki.formatWithWeekday(line.dueOn()),
                            late(line),
                            line.isToPerson() ? posts.getOrDefault(line.caseNumber(), Post.NONE) : null,
                            holder == null ? null : members.nameOf(holder),
                            user.equals(holder),
                            stopped == null && sends(groups, letter) && (holder == null || holder.equals(user)),
                            reads,
                            stopped,
                            reads && stopped == null ? paper(line, letter) : null,
                            sent(line));
                })
                .toList();
    }

    private Map<String, Optional<String>> stops(List<Line> lines) {
        return lines.stream()
                .filter(LetterRows::mayBeStopped)
                .map(Line::caseNumber)
                .distinct()
                .collect(Collectors.toMap(number -> number, rules::stopsForBody));
    }

    private static boolean mayBeStopped(Line line) {
        return !line.isToPerson() && line.state() != Notice.State.SENT;
    }

    /** The paper of the decision that the letter tells of, also after the next one. */
    private static String paper(Line line, LetterStep letter) {
        return "/api/cases/" + line.caseNumber() + "/papers/" + letter.paper() + "?version=" + line.about();
    }

    private boolean late(Line line) {
        LocalDate today = workingDays.today();
        return line.state() != Notice.State.SENT
                && line.dueOn() != null
                && line.dueOn().isBefore(today);
    }

    private static boolean sends(Set<String> groups, LetterStep letter) {
        return groups.contains(letter.senderRole())
                || letter.senderRole().equals(Roles.CONSULTATION_SUPPORTER) && groups.contains(Roles.CHIEF);
    }

    private static String to(Line line, Map<String, String> names) {
        if (!line.isToPerson()) {
            return line.receiver();
        }
        return names.containsKey(line.caseNumber()) ? "本人（" + names.get(line.caseNumber()) + "）" : "本人";
    }

    private String sent(Line line) {
        return line.sentOn() == null
                ? ""
                : Wareki.formatShort(line.sentOn())
                        + (line.manner() == null ? "" : " " + Manner.labelOf(line.manner()))
                        + (line.sentBy() == null ? "" : "（" + members.nameOf(line.sentBy()) + "）");
    }

    private Set<String> readable(
            String user, Set<String> groups, List<Line> lines, Map<UUID, OpenStep> stepOf, Collection<String> numbers) {
        Set<String> own = responsibility.ownAmong(user, numbers);
        return lines.stream()
                .filter(line -> groups.contains(Roles.CHIEF)
                        || own.contains(line.caseNumber())
                        || user.equals(line.takenBy())
                        || Optional.ofNullable(stepOf.get(line.id()))
                                .filter(step -> user.equals(step.assignee()))
                                .isPresent())
                .map(Line::caseNumber)
                .collect(Collectors.toSet());
    }

    /** The open step of each letter to the person: of several letters the latest that was there when the step began. */
    private Map<UUID, OpenStep> stepsOf(List<Line> lines, Collection<String> numbers) {
        Set<String> asked = NoticeKind.letters().stream()
                .map(kind -> kind.letter().orElseThrow().step())
                .collect(Collectors.toSet());
        Map<UUID, OpenStep> stepOf = new HashMap<>();
        for (OpenStep step : steps.of(numbers, asked)) {
            lines.stream()
                    .filter(line -> line.isToPerson()
                            && line.caseNumber().equals(step.caseNumber())
                            && NoticeKind.ofStep(step.step()).orElseThrow() == line.kind()
                            && !line.writtenAt().isAfter(step.begunAt()))
                    .max(Comparator.comparing(Line::writtenAt))
                    .ifPresent(line -> stepOf.put(line.id(), step));
        }
        return stepOf;
    }
}
