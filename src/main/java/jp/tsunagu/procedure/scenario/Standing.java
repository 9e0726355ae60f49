package jp.tsunagu.procedure.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.TrialEngine.Open;
import jp.tsunagu.engine.TrialEngine.Timer;
import jp.tsunagu.procedure.scenario.Claim.Kind;

/** How the case stands, held against what a scenario claims. */
final class Standing {

    private final TrialStage stage;
    private final DraftIndex index;

    Standing(TrialStage stage, DraftIndex index) {
        this.stage = stage;
        this.index = index;
    }

    /** @throws PartedException at the first claim that is not so */
    void check(List<Claim> claims) {
        Set<String> named = new HashSet<>();
        claims.stream()
                .filter(claim -> claim.kind() == Kind.OPEN)
                .map(Claim::id)
                .forEach(named::add);
        claims.forEach(claim -> check(claim, named));
    }

    private void check(Claim claim, Set<String> named) {
        switch (claim.kind()) {
            case OPEN -> open(claim);
            case NOT_OPEN -> notOpen(claim);
            case NOTHING_ELSE -> nothingElse(named);
            case WAITS -> waits(claim);
            case ENDED -> ended(claim);
            case NOT_ENDED -> so(stage.isRunning(claim.id()), claim, "まだ続いている", "もう終わっているか、始まっていません。");
            case PASSED -> counted(claim, "通った", times(claim.id()));
            case NOT_PASSED -> so(!stage.present().entered(claim.id()), claim, "一度も通らない", "通りました。");
            case STARTED -> started(claim);
            case NOT_STARTED -> so(!stage.present().began(claim.id()), claim, "始まっていない", "始まりました。");
            case ASKED -> counted(claim, "部品が頼まれた", asked(claim.id()));
            case NOT_ASKED -> so(asked(claim.id()) == 0, claim, "部品が頼まれない", "頼まれました。");
            case VALUE -> value(claim);
        }
    }

    private void so(boolean is, Claim claim, String expected, String found) {
        if (!is) {
            throw new PartedException(index.called(claim.id()) + " — " + expected, found, claim.id());
        }
    }

    /** What never began is best looked for where the case was last. */
    private void started(Claim claim) {
        List<TrialCase.Passed> way = stage.present().way;
        if (!stage.present().began(claim.id())) {
            throw new PartedException(
                    index.called(claim.id()) + " — 始まった",
                    "始まっていません。",
                    List.of(way.get(way.size() - 1).element(), claim.id()));
        }
    }

    private void open(Claim claim) {
        Open task = stage.engine().open().stream()
                .filter(open -> open.step().equals(claim.id()))
                .findFirst()
                .orElseThrow(() -> new PartedException(index.called(claim.id()) + " が開いている", whatIsOpen(), claim.id()));
        if (claim.value() != null && !task.groups().contains(claim.value())) {
            throw new PartedException(
                    index.called(claim.id()) + " をするのは " + ScenarioRoles.name(claim.value()),
                    ScenarioRoles.names(task.groups()),
                    claim.id());
        }
        if (claim.due() != null && (task.due() == null || !claim.due().means(task.due()))) {
            throw new PartedException(
                    index.called(claim.id()) + " の期限は " + claim.due().text(),
                    task.due() == null ? "期限がありません。" : When.text(task.due()),
                    claim.id());
        }
    }

    private void notOpen(Claim claim) {
        boolean open =
                stage.engine().open().stream().anyMatch(task -> task.step().equals(claim.id()));
        so(!open, claim, "開いていない", "開いています。");
    }

    private void nothingElse(Set<String> named) {
        List<String> others = stage.engine().open().stream()
                .map(Open::step)
                .filter(step -> !named.contains(step))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            throw new PartedException("ほかに開いているものはない", list(others) + " も開いています。", others);
        }
    }

    private void waits(Claim claim) {
        List<Timer> timers = stage.engine().timers();
        List<Timer> these = timers.stream()
                .filter(timer -> timer.element().equals(claim.id()))
                .toList();
        if (these.isEmpty()) {
            throw new PartedException(
                    index.called(claim.id()) + " を待っている",
                    timers.isEmpty()
                            ? "待っている予定はありません。"
                            : "待っているのは "
                                    + list(timers.stream().map(Timer::element).toList()) + " です。",
                    claim.id());
        }
        if (claim.due() != null && these.stream().noneMatch(timer -> claim.due().means(timer.due()))) {
            throw new PartedException(
                    index.called(claim.id()) + " の日時は " + claim.due().text(),
                    these.stream().map(timer -> When.text(timer.due())).collect(Collectors.joining("、")),
                    claim.id());
        }
    }

    private void ended(Claim claim) {
        TrialCase present = stage.present();
        so(present.began(claim.id()), claim, "終わった", "始まっていません。");
        so(!stage.isRunning(claim.id()), claim, "終わった", "まだ続いています。" + whatIsOpen());
        if (claim.value() != null && !present.entered(claim.id(), claim.value())) {
            throw new PartedException(
                    index.called(claim.id()) + " が " + index.called(claim.value()) + " で終わった",
                    "そこを通らずに終わりました。",
                    List.of(claim.value(), claim.id()));
        }
    }

    private void counted(Claim claim, String expected, long times) {
        boolean is = claim.value() == null ? times > 0 : claim.value().equals(String.valueOf(times));
        so(is, claim, expected + (claim.value() == null ? "" : "のは " + claim.value() + " 回"), times + " 回です。");
    }

    private long times(String element) {
        return stage.present().way.stream()
                .filter(passed -> passed.element().equals(element))
                .count();
    }

    private long asked(String block) {
        return stage.present().asked.stream().filter(block::equals).count();
    }

    private void value(Claim claim) {
        Object value = stage.engine().running().containsKey(stage.present().main)
                ? stage.engine().value(stage.present().main, claim.id())
                : null;
        if (!claim.value().equals(String.valueOf(value))) {
            throw new PartedException(
                    claim.id() + " は " + claim.value(),
                    value == null ? "値がありません（本筋の手続が終わっているときも、値はありません）。" : value + " です。",
                    List.of());
        }
    }

    /** What there is to do, for whoever looks for something else. */
    String whatIsOpen() {
        List<String> open =
                stage.engine().open().stream().map(Open::step).distinct().toList();
        return open.isEmpty() ? "開いているタスクはありません。" : "開いているのは " + list(open) + " です。";
    }

    private String list(List<String> elements) {
        return elements.stream().map(index::called).collect(Collectors.joining("、"));
    }
}
