package jp.tsunagu.walk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagu.engine.EngineClock;

/** What happened in a case, a line for each thing: when, who, what, how it was decided. Nothing of the person. */
final class Story {

    private Story() {}

    static String of(String caseNumber, Instant received, List<Choice> choices, Staff staff) {
        return choices.stream()
                .map(choice -> caseNumber + ": " + line(received, choice, staff))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Instant received, Choice choice, Staff staff) {
        LocalDateTime at = LocalDateTime.ofInstant(
                received.plus(choice.at()).truncatedTo(java.time.temporal.ChronoUnit.MINUTES), EngineClock.TOKYO);
        String answers = choice.answers().entrySet().stream()
                .filter(answer -> !answer.getValue().isNull())
                .map(answer -> answer.getKey() + "=" + answer.getValue().asText())
                .collect(Collectors.joining(" "));
        String actor = choice.actor() == null ? "（期限）" : staff.name(choice.actor());
        String manner =
                choice.kind() == Choice.Kind.DO ? "" : "〔" + choice.kind().label() + "〕";
        return "%s %s %s%s %s"
                .formatted(at.atOffset(ZoneOffset.UTC).toLocalDateTime(), actor, choice.what(), manner, answers)
                .trim();
    }
}
