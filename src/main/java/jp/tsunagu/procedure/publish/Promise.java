package jp.tsunagu.procedure.publish;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.engine.WaitingEvent;
import jp.tsunagu.procedure.publish.CaseSnapshot.Awaited;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;
import jp.tsunagu.procedure.publish.CaseSnapshot.Place;
import jp.tsunagu.procedure.publish.CaseSnapshot.Task;
import jp.tsunagu.procedure.publish.CaseSnapshot.Timer;

/**
 * What is promised of a case that moves to another procedure: it stands where it stood, nobody's task changes hands or days,
 * every day that was set stays set, and what can happen to it by the new diagram can happen.
 */
final class Promise {

    private final CaseSnapshot before;
    private final CaseSnapshot after;
    private final Target target;
    private final Function<String, List<WaitingEvent>> events;

    /** @param events what a version of a diagram waits for beside its steps */
    Promise(CaseSnapshot before, CaseSnapshot after, Target target, Function<String, List<WaitingEvent>> events) {
        this.before = before;
        this.after = after;
        this.target = target;
        this.events = events;
    }

    /** What was not kept, in Japanese; empty if everything was. */
    Optional<String> broken() {
        List<String> broken = new ArrayList<>();
        check(broken, instances(), "動いている手続のつながりが変わりました");
        check(broken, places(), "いまいる手順が変わりました");
        check(broken, tasks(), "タスクの担当者・期限・優先度が変わりました");
        check(broken, days(), "決まっていた期日が変わりました");
        check(broken, waits(), "新しい図で待つはずの出来事を待っていません");
        return broken.isEmpty() ? Optional.empty() : Optional.of(String.join("。", broken) + "。");
    }

    private static void check(List<String> broken, boolean kept, String sentence) {
        if (!kept) {
            broken.add(sentence);
        }
    }

    private boolean instances() {
        List<Instance> promised = before.instances().stream()
                .map(one -> new Instance(
                        one.id(), one.process(), target.definitions().get(one.process()), one.calledBy(), target.set()))
                .toList();
        return promised.equals(after.instances());
    }

    private boolean places() {
        return counted(before.places(), one -> new Place(one.instance(), step(one.instance(), one.at())))
                .equals(counted(after.places(), one -> one));
    }

    private boolean tasks() {
        return before.tasks().stream()
                .map(one -> new Task(
                        one.id(),
                        one.instance(),
                        step(one.instance(), one.step()),
                        one.assignee(),
                        one.owner(),
                        one.due(),
                        one.followUp(),
                        one.priority(),
                        one.candidates()))
                .toList()
                .equals(after.tasks());
    }

    /** A day may go only with the event it belonged to, and come only with a new one. */
    private boolean days() {
        Map<String, List<OffsetDateTime>> then = days(before, true);
        Map<String, List<OffsetDateTime>> now = days(after, false);
        return then.entrySet().stream()
                        .allMatch(one -> one.getValue().equals(now.get(one.getKey()))
                                || !now.containsKey(one.getKey()) && !isInNewDiagram(one.getKey()))
                && now.keySet().stream().allMatch(at -> then.containsKey(at) || !isInOldDiagram(at));
    }

    private Map<String, List<OffsetDateTime>> days(CaseSnapshot of, boolean mapped) {
        return of.timers().stream()
                .filter(one -> one.at() != null && one.due() != null)
                .collect(Collectors.groupingBy(
                        one -> one.instance() + "/" + (mapped ? step(one.instance(), one.at()) : one.at()),
                        TreeMap::new,
                        Collectors.mapping(
                                Timer::due,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        days -> days.stream().sorted().toList()))));
    }

    private boolean waits() {
        Set<String> then = waitingAt(before, true);
        Set<String> now = waitingAt(after, false);
        boolean kept = then.stream().allMatch(at -> now.contains(at) || !isInNewDiagram(at));
        return kept
                && after.instances().stream()
                        .allMatch(one -> newEvents(one).stream()
                                .filter(event -> event.scope() == null
                                        ? !isInterrupted(one.id())
                                        : stands(one.id(), event.scope()))
                                .allMatch(event -> now.contains(one.id() + "/" + event.at())));
    }

    /** What ended everything that could happen at any time, as a final closing does, also ends what a new diagram adds to it. */
    private boolean isInterrupted(String instance) {
        Set<String> waiting = waitingAt(before, false);
        List<WaitingEvent> atAnyTime = events.apply(definitionBefore(instance)).stream()
                .filter(event -> event.scope() == null)
                .toList();
        return !atAnyTime.isEmpty()
                && atAnyTime.stream().noneMatch(event -> waiting.contains(instance + "/" + event.at()));
    }

    private List<WaitingEvent> newEvents(Instance instance) {
        Set<String> former = at(definitionBefore(instance.id()));
        return events.apply(instance.definition()).stream()
                .filter(event -> !former.contains(event.at()))
                .toList();
    }

    private boolean stands(String instance, String step) {
        return after.places().contains(new Place(instance, step));
    }

    private Set<String> waitingAt(CaseSnapshot of, boolean mapped) {
        Set<String> waiting = of.awaited().stream()
                .filter(one -> one.at() != null)
                .map(one -> key(one, mapped))
                .collect(Collectors.toSet());
        waiting.addAll(days(of, mapped).keySet());
        return waiting;
    }

    private String key(Awaited one, boolean mapped) {
        return one.instance() + "/" + (mapped ? step(one.instance(), one.at()) : one.at());
    }

    /** Of the events beside the steps: a step itself is there, or the case could not stand in it. */
    private boolean isInNewDiagram(String place) {
        String instance = place.substring(0, place.indexOf('/'));
        String at = place.substring(place.indexOf('/') + 1);
        boolean beside = at(definitionBefore(instance)).contains(at);
        return !beside
                || events.apply(definitionAfter(instance)).stream()
                        .filter(event -> event.at().equals(at))
                        .anyMatch(event -> event.scope() == null || stands(instance, event.scope()));
    }

    private boolean isInOldDiagram(String place) {
        String instance = place.substring(0, place.indexOf('/'));
        return at(definitionBefore(instance)).contains(place.substring(place.indexOf('/') + 1));
    }

    private Set<String> at(String definition) {
        return events.apply(definition).stream().map(WaitingEvent::at).collect(Collectors.toSet());
    }

    private String definitionBefore(String instance) {
        return definition(before, instance);
    }

    private String definitionAfter(String instance) {
        return definition(after, instance);
    }

    private static String definition(CaseSnapshot of, String instance) {
        return of.instances().stream()
                .filter(one -> Objects.equals(one.id(), instance))
                .findFirst()
                .orElseThrow()
                .definition();
    }

    private String step(String instance, String at) {
        return before.instances().stream()
                .filter(one -> one.id().equals(instance))
                .findFirst()
                .map(one -> target.step(one.process(), at))
                .orElse(at);
    }

    private static Map<Place, Long> counted(List<Place> places, Function<Place, Place> as) {
        return places.stream().map(as).collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    }
}
