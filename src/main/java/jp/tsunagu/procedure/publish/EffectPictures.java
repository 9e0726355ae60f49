package jp.tsunagu.procedure.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.engine.ProcedureSets;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.publish.StepBook.Step;
import org.springframework.stereotype.Component;

/** The diagrams in which somebody sees where the running cases stand, and chooses where those of a step go that has gone. */
@Component
class EffectPictures {

    private final NewProcedure procedures;
    private final ProcedureSets sets;
    private final Publications publications;
    private final Effects effects;

    EffectPictures(NewProcedure procedures, ProcedureSets sets, Publications publications, Effects effects) {
        this.procedures = procedures;
        this.sets = sets;
        this.publications = publications;
        this.effects = effects;
    }

    /**
     * A diagram as it is and as it will be; where to get it is told as the comparison's addresses name it.
     *
     * @param gone its steps that have gone
     */
    record Picture(String process, String title, String file, String before, String after, List<Gone> gone) {}

    /**
     * A step that has gone.
     *
     * @param hindrances step of the new diagram → why it cannot be chosen, in Japanese
     */
    record Gone(String place, String name, Map<String, String> hindrances) {}

    /**
     * Cases that stand in the same places.
     *
     * @param moves whether they go on in the new diagrams, as far as every step of theirs has one
     */
    record Standing(List<String> places, List<String> gone, int count, boolean moves) {}

    /** @param pictures those with steps that have gone first */
    record Shown(List<Picture> pictures, List<Standing> standing) {}

    Shown of(int draft) {
        List<Effect> found = effects.last(draft).map(Effects.Look::effects).orElse(List.of());
        ProcedureFiles now = procedures.present();
        ProcedureFiles then = procedures.of(draft);
        StepBook before = new StepBook(now);
        StepBook after = new StepBook(then);
        Set<String> gone =
                new TreeSet<>(publications.of(draft).transition().mapping().keySet());
        found.forEach(effect -> gone.addAll(effect.gone()));
        Set<String> stoodIn = found.stream()
                .flatMap(effect -> effect.places().stream())
                .map(Transition::process)
                .collect(Collectors.toSet());
        List<Picture> pictures = new ArrayList<>();
        now.ending(".bpmn").forEach((file, content) -> {
            boolean changed = !Arrays.equals(content, then.contents().get(file));
            new StepBook(ProcedureFiles.of(Map.of(file, content))).processes().forEach((process, title) -> {
                List<Gone> ofThis = gone.stream()
                        .filter(place -> Transition.process(place).equals(process))
                        .filter(place -> before.step(place) != null)
                        .map(place -> gone(before.step(place), after))
                        .toList();
                if (changed && (stoodIn.contains(process) || !ofThis.isEmpty())) {
                    pictures.add(new Picture(process, title, file, "set-" + sets.current(), "draft-" + draft, ofThis));
                }
            });
        });
        pictures.sort(java.util.Comparator.comparing(one -> one.gone().isEmpty()));
        return new Shown(pictures, found.stream().map(EffectPictures::standing).toList());
    }

    private static Gone gone(Step step, StepBook then) {
        Map<String, String> hindrances = new HashMap<>();
        then.beside(step)
                .forEach(one ->
                        step.hindrance(one).ifPresent(why -> hindrances.put(Transition.step(one.place()), why)));
        return new Gone(step.place(), step.name(), hindrances);
    }

    private static Standing standing(Effect effect) {
        return new Standing(
                effect.places(),
                effect.gone(),
                effect.cases().size(),
                effect.as() == EffectClass.MOVES || effect.as() == EffectClass.MAPPING);
    }
}
