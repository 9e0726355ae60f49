package jp.tsunagu.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagu.change.CaseEvents;
import jp.tsunagu.ledger.Standing.Shown;
import jp.tsunagu.ledger.Standing.Step;
import jp.tsunagu.ledger.Standing.Whole;
import org.springframework.stereotype.Component;

/** What now happens, told to whoever has just reported something: which procedure goes on, and whose step is next. */
@Component
class Reported {

    private final CaseEvents events;

    Reported(CaseEvents events) {
        this.events = events;
    }

    /** In sentences; empty if there is no such report. */
    Optional<String> of(String message, Whole standing) {
        return Optional.ofNullable(message)
                .filter(events.labels()::containsKey)
                .map(name -> only(name) + what(name, standing));
    }

    /** That it was recorded, and nothing of how the case stands. */
    String only(String message) {
        return "「" + events.labels().get(message) + "」を記録しました。";
    }

    private String what(String message, Whole standing) {
        String process = events.begins(message).orElse("selfRelianceSupport");
        // of several of one kind the last one is the one that has just begun
        Optional<Shown> going = standing.processes().stream()
                .filter(one -> one.running() && one.key().equals(process))
                .reduce((first, second) -> second);
        if (going.isEmpty()) {
            return "このあとのタスクはありません。";
        }
        List<Step> next = standing.steps().stream()
                .filter(step -> step.instance().equals(going.get().id()))
                .toList();
        String begun = events.begins(message).isPresent() ? going.get().name() + "の手続を始めました。" : "";
        return begun
                + next.stream()
                        .map(step -> "次は「" + step.name() + "」、担当: " + step.who()
                                + (step.taken() ? " さん" : "（まだ誰も担当していません）") + "、期限: " + step.until() + "。")
                        .collect(Collectors.joining());
    }
}
