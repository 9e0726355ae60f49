package jp.tsunagu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.casefile.ContactMethods;
import jp.tsunagu.casefile.ProgressLine;
import jp.tsunagu.engine.Members;
import org.springframework.stereotype.Component;

/** 第3号様式 of a case for the page: the newest first, and under each line what it stood in the place of. */
@Component
class ShownLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final Comparator<ProgressLine> NEWEST_FIRST = Comparator.comparing(ProgressLine::occurredOn)
            .thenComparing(ProgressLine::recordedAt)
            .reversed();

    private final Cases cases;
    private final ContactMethods methods;
    private final Members members;

    ShownLines(Cases cases, ContactMethods methods, Members members) {
        this.cases = cases;
        this.methods = methods;
        this.members = members;
    }

    List<ShownLine> of(String caseNumber) {
        Sheet sheet = new Sheet(cases.progressAsWritten(caseNumber), methods.all());
        return sheet.lines.values().stream()
                .filter(line -> line.correctedBy() == null)
                .sorted(NEWEST_FIRST)
                .map(sheet::shown)
                .toList();
    }

    /** The line that stands in the place of this one by now, or this one. */
    static Optional<ShownLine> standingFor(List<ShownLine> shown, UUID id) {
        return shown.stream()
                .filter(line -> line.line().id().equals(id)
                        || line.before().stream()
                                .anyMatch(before -> before.line().id().equals(id)))
                .findFirst();
    }

    /** 令和8年9月18日 10:24, in the time of the office. */
    static String moment(Instant at) {
        var there = at.atZone(WorkingDays.TOKYO);
        return Wareki.format(there.toLocalDate()) + " " + TIME.format(there);
    }

    /** The lines of one case while they are put in order. */
    private final class Sheet {

        private final Map<UUID, ProgressLine> lines;
        private final Map<String, String> labels;
        private final Map<String, String> names = new HashMap<>();

        private Sheet(List<ProgressLine> lines, Map<String, String> labels) {
            this.lines = lines.stream().collect(Collectors.toMap(ProgressLine::id, Function.identity()));
            this.labels = labels;
        }

        private ShownLine shown(ProgressLine head) {
            List<ShownLine> before = new ArrayList<>();
            for (UUID id = head.corrects(); id != null; id = lines.get(id).corrects()) {
                before.add(shown(lines.get(id), List.of()));
            }
            return shown(head, before);
        }

        private ShownLine shown(ProgressLine line, List<ShownLine> before) {
            String author = names.computeIfAbsent(line.recordedBy(), members::nameOf);
            return new ShownLine(
                    line,
                    Wareki.formatWithWeekday(line.occurredOn()),
                    labels.getOrDefault(line.method(), line.method()),
                    date(line.nextDate()),
                    author + "　" + moment(line.recordedAt()),
                    before);
        }

        private static String date(LocalDate day) {
            return day == null ? null : Wareki.formatWithWeekday(day);
        }
    }
}
