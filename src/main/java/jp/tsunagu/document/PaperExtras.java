package jp.tsunagu.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.Members;
import jp.tsunagu.municipality.Settings;
import jp.tsunagu.plan.MeetingBook;
import jp.tsunagu.plan.MeetingBook.AgendaItem;
import jp.tsunagu.plan.MeetingBook.Meeting;
import jp.tsunagu.retention.Retention;
import org.springframework.stereotype.Component;

/**
 * What papers print beside the answers to forms. A template asks for it by name in its head ({@code <meta name="with" …>}):
 * {@code progress}, {@code meeting}, {@code kept}; who signs and what the municipality sets is there for all.
 */
@Component
class PaperExtras {

    private static final Map<String, String> PURPOSES = Map.of("plan", "プラン案", "evaluation", "評価");

    private final MeetingBook meetings;
    private final RestrictedCases restricted;
    private final ProgressOnPaper progress;
    private final Settings settings;
    private final Members members;
    private final Retention retention;
    private final Clock clock;

    PaperExtras(
            MeetingBook meetings,
            RestrictedCases restricted,
            ProgressOnPaper progress,
            Settings settings,
            Members members,
            Retention retention,
            Clock clock) {
        this.meetings = meetings;
        this.restricted = restricted;
        this.progress = progress;
        this.settings = settings;
        this.members = members;
        this.retention = retention;
        this.clock = clock;
    }

    /** What every paper is given, also an empty one. */
    Map<String, Object> ofAll() {
        Map<String, Object> values = new HashMap<>();
        values.put("head", settings.today(Settings.NOTICE_SENDER).orElse("港区長"));
        values.put("centre", settings.today(Settings.CENTRE_NAME).orElse("港区生活・就労支援センター"));
        values.put("inquiries", settings.today(Settings.NOTICE_INQUIRIES).orElse(""));
        values.put("instruction", settings.today(Settings.NOTICE_INSTRUCTION).orElse(""));
        return values;
    }

    Map<String, Object> of(PaperTemplate template, CaseOnPaper supportCase, Issue issue) {
        Map<String, Object> values = new HashMap<>();
        if (template.with().contains("progress")) {
            values.put("progress", progress.lines(supportCase.number()));
        }
        if (template.with().contains("meeting")) {
            meeting(template, supportCase, issue).ifPresent(meeting -> words(meeting, supportCase.number(), values));
        }
        if (template.with().contains("kept") && issue.fields().hasNonNull("closedOn")) {
            values.put("keptUntil", keptUntil(supportCase.number(), issue));
        }
        if (issue.fields().hasNonNull("birthDate")) {
            values.put("ageYears", age(issue.fields().path("birthDate").asText()) + "歳");
        }
        return values;
    }

    /** What the form says of the day is of the day it was sent: a meeting is put off, and a case is moved to another one. */
    private Optional<Meeting> meeting(PaperTemplate template, CaseOnPaper supportCase, Issue issue) {
        return supportCase.history().stream()
                .filter(template.made()::isMadeBy)
                .filter(act ->
                        String.valueOf(act.caseVersion()).equals(issue.version().id()))
                .findFirst()
                .flatMap(act -> meetings.ofAct(supportCase.number(), act.step(), act.version()));
    }

    /** Beside the case whose paper it is no restricted one: the paper goes from hand to hand. */
    private void words(Meeting meeting, String number, Map<String, Object> values) {
        values.put("meetingOn", Wareki.formatWithWeekday(meeting.heldOn()));
        values.put("meetingTime", meeting.startsAt() == null ? "" : meeting.startsAt());
        values.put("meetingPlace", meeting.place() == null ? "" : meeting.place());
        values.put("meetingFormat", meeting.format());
        values.put("convenedBy", members.nameOf(meeting.convenedBy()));
        List<Map<String, Object>> agenda = new ArrayList<>();
        for (AgendaItem item : meetings.agenda(meeting.id())) {
            boolean own = item.caseNumber().equals(number);
            if (item.isDropped() || !own && restricted.isRestricted(item.caseNumber())) {
                continue;
            }
            agenda.add(Map.of(
                    "number",
                    agenda.size() + 1,
                    "agendaCase",
                    item.caseNumber(),
                    "agendaPurpose",
                    PURPOSES.getOrDefault(item.purpose(), item.purpose())));
        }
        values.put("agenda", agenda);
    }

    private String keptUntil(String caseNumber, Issue issue) {
        LocalDate closedOn = LocalDate.parse(issue.fields().path("closedOn").asText());
        String reason = issue.fields().path("closingReason").asText("");
        return Wareki.format(retention.of(caseNumber, closedOn, reason).until());
    }

    private long age(String birthDate) {
        return java.time.temporal.ChronoUnit.YEARS.between(LocalDate.parse(birthDate), LocalDate.now(clock));
    }
}
