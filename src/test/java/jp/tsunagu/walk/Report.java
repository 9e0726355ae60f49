package jp.tsunagu.walk;

import java.util.Map;
import java.util.TreeMap;

/** What the walk did, in numbers. */
final class Report {

    private int ended;
    private int waiting;
    private int acts;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();

    void count(Choice choice, Outcome outcome) {
        if (outcome.done()) {
            acts++;
            kinds.merge(choice.kind().label(), 1, Integer::sum);
        } else {
            String reason = outcome.reasons().isEmpty() ? "" : outcome.reasons().get(0);
            refusals.merge(choice.what() + "：" + reason.replaceAll("[0-9]+|「[^」]*」|（[^）]*）", ""), 1, Integer::sum);
        }
    }

    void over(CaseRun run, boolean isOver) {
        if (isOver) {
            ended++;
        } else {
            waiting++;
        }
    }

    int cases() {
        return ended + waiting;
    }

    int acts() {
        return acts;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("ケース %d件（終わり %d、待っている %d）、効いた操作 %d%n".formatted(cases(), ended, waiting, acts));
        kinds.forEach((kind, count) -> text.append("  %6d %s%n".formatted(count, kind)));
        text.append("断られたまま置かれた操作\n");
        refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(25)
                .forEach(entry -> text.append("  %6d %s%n".formatted(entry.getValue(), entry.getKey())));
        return text.toString();
    }
}
