package jp.tsunagu.procedure.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.engine.HeldElsewhere;
import jp.tsunagu.procedure.Origin;
import jp.tsunagu.procedure.ProcedureChange;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.SetPublisher;
import jp.tsunagu.procedure.publish.Sorting.Stay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a 改定案 on the running cases: the very migration is done and thrown away again. One case of each state stands for all that
 * are in the same. The new diagrams are in the engine as long as the transaction lives and no longer.
 */
@Component
public class EffectTrial {

    /** So many states at once: their cases, and whoever wants to publish, wait until the transaction ends. */
    private static final int AT_ONCE = 20;

    private static final String REFUSED = "試しに移すと、エンジンが受け付けませんでした。新しい図の式・期日・名前のうち、このケースで決まらないものがないか確かめてください。";

    private final OpenCases cases;
    private final CaseReader reader;
    private final CaseMover mover;
    private final NewProcedure procedures;
    private final Publications publications;
    private final Effects effects;
    private final SetPublisher sets;
    private final JdbcClient database;
    private final TransactionTemplate apart;

    EffectTrial(
            OpenCases cases,
            CaseReader reader,
            CaseMover mover,
            NewProcedure procedures,
            Publications publications,
            Effects effects,
            SetPublisher sets,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.reader = reader;
        this.mover = mover;
        this.procedures = procedures;
        this.publications = publications;
        this.effects = effects;
        this.sets = sets;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record State(CaseSnapshot of, List<String> cases) {}

    /** Looks at every running case as the 改定案 and its 経過措置 are now, and keeps what was found. */
    public List<Effect> look(int draft, String person) {
        String mark = effects.mark(draft);
        Transition transition = publications.of(draft).transition();
        ProcedureFiles then = procedures.of(draft);
        ProcedureChange change = ProcedureChange.between(procedures.present(), then);
        Sorting sorting = new Sorting(transition, then, procedures::files);
        List<Effect> found = new ArrayList<>();
        List<State> tried = new ArrayList<>();
        Set<String> promised = cases.promisedToStay();
        for (List<String> same : cases.byState().values()) {
            same.stream()
                    .collect(Collectors.partitioningBy(promised::contains))
                    .forEach((stays, some) -> sort(some, stays, sorting, found, tried));
        }
        for (int from = 0; from < tried.size(); from += AT_ONCE) {
            List<State> some = tried.subList(from, Math.min(from + AT_ONCE, tried.size()));
            apart.executeWithoutResult(status -> {
                try {
                    found.addAll(trial(some, change, transition));
                } finally {
                    status.setRollbackOnly();
                }
            });
        }
        List<Effect> sorted = found.stream()
                .sorted(java.util.Comparator.comparing(Effect::as)
                        .thenComparing(effect -> -effect.cases().size()))
                .toList();
        effects.keep(draft, sorted, mark, person);
        return sorted;
    }

    private void sort(List<String> some, boolean promised, Sorting sorting, List<Effect> found, List<State> tried) {
        if (some.isEmpty()) {
            return;
        }
        CaseSnapshot of = reader.read(some.get(0));
        Optional<Stay> stay = sorting.stay(of, promised);
        if (stay.isPresent()) {
            found.add(new Effect(stay.get().as(), stay.get().reason(), places(of), List.of(), some));
        } else {
            tried.add(new State(of, some));
        }
    }

    private List<Effect> trial(List<State> states, ProcedureChange change, Transition transition) {
        database.sql("set local lock_timeout = '2s'").update();
        int set =
                sets.open(change.withoutForms(), new Origin(Origin.ADMINISTRATOR, null, null, null, null, null, null));
        Map<String, String> definitions = cases.definitions(set);
        Target target = new Target(set, definitions, transition.steps());
        try {
            return states.stream().map(state -> tried(state, target)).toList();
        } finally {
            definitions.values().forEach(mover::forget);
        }
    }

    /** The second and third of the same state stand in for one that somebody is acting on. */
    private Effect tried(State state, Target target) {
        List<String> places = places(state.of());
        for (String one : state.cases().subList(0, Math.min(3, state.cases().size()))) {
            database.sql("savepoint trial").update();
            try {
                if (!reader.lock(one)) {
                    continue;
                }
                mover.move(one, reader.read(one), target);
                return new Effect(EffectClass.MOVES, "試しに移し、確かめました。", places, List.of(), state.cases());
            } catch (CannotMoveException e) {
                return new Effect(
                        e.gone().isEmpty() ? EffectClass.OLD : EffectClass.MAPPING,
                        e.getMessage(),
                        places,
                        e.gone(),
                        state.cases());
            } catch (RuntimeException e) {
                // whatever the engine has against one state is told, and the others are tried all the same
                if (!HeldElsewhere.isCauseOf(e)) {
                    return new Effect(EffectClass.OLD, REFUSED, places, List.of(), state.cases());
                }
            } finally {
                database.sql("rollback to savepoint trial").update();
            }
        }
        return new Effect(EffectClass.BUSY, "いま職員が操作していました。", places, List.of(), state.cases());
    }

    private static List<String> places(CaseSnapshot of) {
        return of.places().stream()
                .flatMap(place -> of.instances().stream()
                        .filter(one -> one.id().equals(place.instance()))
                        .map(one -> one.process() + "/" + place.at()))
                .distinct()
                .sorted()
                .toList();
    }
}
