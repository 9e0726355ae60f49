package jp.tsunagu.procedure.publish;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.publish.CaseSnapshot.Instance;

/** Which cases a publication leaves where they are, and why. What it does not leave is tried. */
final class Sorting {

    private final Transition transition;
    private final ProcedureFiles then;
    private final IntFunction<ProcedureFiles> archive;
    private final Map<Integer, Ahead> ahead = new ConcurrentHashMap<>();

    /** @param then the procedure as it will be */
    Sorting(Transition transition, ProcedureFiles then, IntFunction<ProcedureFiles> archive) {
        this.transition = transition;
        this.then = then;
        this.archive = archive;
    }

    /** Why a case stays, in Japanese, and as what it counts. */
    record Stay(EffectClass as, String reason, boolean promised) {}

    Optional<Stay> stay(CaseSnapshot of, boolean promisedBefore) {
        if (promisedBefore) {
            return Optional.of(new Stay(EffectClass.OLD, "以前の改定の経過措置により、始めた手続のまま終わります。", true));
        }
        if (of.instances().stream().anyMatch(one -> one.set() == null)) {
            return Optional.of(new Stay(EffectClass.OLD, "手続一式の番号を持たない手続が動いているので、動かしません。", false));
        }
        boolean concerned = of.instances().stream()
                .map(Instance::set)
                .filter(Objects::nonNull)
                .distinct()
                .anyMatch(set -> ahead(set).concerns(of));
        if (!concerned) {
            return Optional.of(new Stay(EffectClass.UNAFFECTED, "この先、変わるところを通りません。", false));
        }
        if (transition.rule() == TransitionRule.STAY) {
            return Optional.of(new Stay(EffectClass.OLD, "経過措置により、始めた手続のまま終わります。", true));
        }
        if (transition.rule() == TransitionRule.MOVE_FROM && !standsWhereItMoves(of)) {
            return Optional.of(new Stay(EffectClass.OLD, "経過措置で選んだ手順にいないので、始めた手続のまま終わります。", true));
        }
        return Optional.empty();
    }

    private Ahead ahead(int set) {
        return ahead.computeIfAbsent(set, first -> new Ahead(archive.apply(set), then));
    }

    private boolean standsWhereItMoves(CaseSnapshot of) {
        return of.places().stream()
                .anyMatch(place -> of.instances().stream()
                        .filter(one -> one.id().equals(place.instance()))
                        .anyMatch(one -> transition.fromSteps().contains(one.process() + "/" + place.at())));
    }
}
