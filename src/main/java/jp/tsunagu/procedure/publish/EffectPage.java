package jp.tsunagu.procedure.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.engine.NamedOnly;
import jp.tsunagu.procedure.publish.Effects.Look;
import jp.tsunagu.procedure.publish.StepBook.Step;
import org.springframework.stereotype.Component;

/** What the page about the running cases shows, in words. */
@Component
class EffectPage {

    /** Case numbers beyond are counted only. */
    private static final int LISTED = 30;

    private final NewProcedure procedures;
    private final NamedOnly restricted;

    EffectPage(NewProcedure procedures, NamedOnly restricted) {
        this.procedures = procedures;
        this.restricted = restricted;
    }

    /**
     * One line: cases in the same state.
     *
     * @param count all of them
     * @param cases some of their numbers, none of a restricted one
     */
    record Line(EffectClass as, String where, String reason, int count, List<String> cases) {}

    /**
     * A step that has gone.
     *
     * @param count of cases that stand in it
     * @param chosen the step that was chosen for it, or null
     * @param hindered why → the other steps of the diagram that cannot be chosen
     */
    record Gone(Step step, int count, String chosen, List<Step> instead, Map<String, List<Step>> hindered) {}

    record View(List<Line> lines, Map<EffectClass, Integer> counts, List<Gone> gone, List<Step> steps, int all) {}

    View of(int draft, Transition transition, List<Effect> effects) {
        StepBook names = new StepBook(procedures.present(), procedures.of(draft));
        StepBook then = new StepBook(procedures.of(draft));
        StepBook now = new StepBook(procedures.present());
        Map<EffectClass, Integer> counts = new LinkedHashMap<>();
        for (EffectClass as : EffectClass.values()) {
            counts.put(
                    as,
                    effects.stream()
                            .filter(effect -> effect.as() == as)
                            .mapToInt(effect -> effect.cases().size())
                            .sum());
        }
        return new View(
                lines(effects, names),
                counts,
                gone(transition, effects, names, then),
                now.work(),
                counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    View of(int draft, Transition transition, Look look) {
        return of(draft, transition, look == null ? List.of() : look.effects());
    }

    /** States that differ only in what nobody sees are one line. */
    private List<Line> lines(List<Effect> effects, StepBook names) {
        Map<List<String>, List<Effect>> same = effects.stream()
                .collect(Collectors.groupingBy(
                        effect -> List.of(effect.as().name(), where(effect, names), reason(effect, names)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return same.entrySet().stream()
                .map(line -> {
                    List<String> cases = line.getValue().stream()
                            .flatMap(effect -> effect.cases().stream())
                            .toList();
                    return new Line(
                            EffectClass.valueOf(line.getKey().get(0)),
                            line.getKey().get(1),
                            line.getKey().get(2),
                            cases.size(),
                            cases.stream()
                                    .filter(number -> !restricted.isRestricted(number))
                                    .sorted()
                                    .limit(LISTED)
                                    .toList());
                })
                .sorted(java.util.Comparator.comparing(Line::as).thenComparing(line -> -line.count()))
                .toList();
    }

    private static String where(Effect effect, StepBook names) {
        return effect.places().stream().map(names::name).distinct().collect(Collectors.joining("、"));
    }

    private static String reason(Effect effect, StepBook names) {
        return effect.gone().isEmpty()
                ? effect.reason()
                : "新しい図にありません: " + effect.gone().stream().map(names::name).collect(Collectors.joining("、"));
    }

    private static List<Gone> gone(Transition transition, List<Effect> effects, StepBook names, StepBook then) {
        Set<String> places = new TreeSet<>(transition.mapping().keySet());
        effects.forEach(effect -> places.addAll(effect.gone()));
        return places.stream()
                .filter(place -> names.step(place) != null)
                .map(place -> new Gone(
                        names.step(place),
                        effects.stream()
                                .filter(effect -> effect.places().contains(place))
                                .mapToInt(effect -> effect.cases().size())
                                .sum(),
                        transition.mapping().get(place),
                        then.insteadOf(names.step(place)),
                        hindered(names.step(place), then)))
                .toList();
    }

    private static Map<String, List<Step>> hindered(Step gone, StepBook then) {
        return then.beside(gone).stream()
                .filter(one -> one.isDone() && gone.hindrance(one).isPresent())
                .collect(Collectors.groupingBy(
                        one -> gone.hindrance(one).orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    /** What of a choice cannot be, in Japanese: somebody's page may be older than the 改定案. */
    List<String> refusals(int draft, Transition chosen) {
        StepBook names = new StepBook(procedures.present(), procedures.of(draft));
        StepBook then = new StepBook(procedures.of(draft));
        List<String> refusals = new ArrayList<>();
        chosen.mapping().forEach((place, step) -> {
            Step gone = names.step(place);
            Step there = then.step(Transition.process(place) + "/" + step);
            if (gone == null || there == null) {
                refusals.add("移る先に選んだ手順が、いまの改定案にありません。ページを開き直して、選び直してください。");
            } else {
                gone.hindrance(there)
                        .ifPresent(
                                why -> refusals.add(gone.title() + "の移る先に「" + there.name() + "」は選べません。" + why + "。"));
            }
        });
        return refusals;
    }
}
