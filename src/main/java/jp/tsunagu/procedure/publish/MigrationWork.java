package jp.tsunagu.procedure.publish;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import jp.tsunagu.engine.Diagrams;
import jp.tsunagu.engine.HeldElsewhere;
import jp.tsunagu.procedure.ProcedureArchive;
import jp.tsunagu.procedure.publish.Migrations.Claim;
import jp.tsunagu.procedure.publish.Migrations.Move;
import jp.tsunagu.procedure.publish.Sorting.Stay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the cases that wait for a 移行, each in a transaction of its own: taken, moved, looked at, written down together. A case
 * that somebody is acting on is left for the next round.
 */
@Component
class MigrationWork {

    private final Migrations migrations;
    private final Publications publications;
    private final OpenCases cases;
    private final CaseReader reader;
    private final CaseMover mover;
    private final ProcedureArchive archive;
    private final Diagrams diagrams;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<Move, Plan> plans = new ConcurrentHashMap<>();

    MigrationWork(
            Migrations migrations,
            Publications publications,
            OpenCases cases,
            CaseReader reader,
            CaseMover mover,
            ProcedureArchive archive,
            Diagrams diagrams,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.migrations = migrations;
        this.publications = publications;
        this.cases = cases;
        this.reader = reader;
        this.mover = mover;
        this.archive = archive;
        this.diagrams = diagrams;
        this.database = database;
        this.transaction = transaction;
    }

    private record Plan(Target target, Sorting sorting) {}

    /** Until nobody waits any more, or only those that others are acting on. Another node, or another thread, may do the same. */
    void round() {
        transaction.executeWithoutResult(status -> migrations.open().forEach(migrations::enlist));
        Set<String> busy = new HashSet<>();
        while (next(busy)) {
            // one case after the other
        }
        migrations.endWhatIsOver();
    }

    /** False if there is nobody left to take. */
    boolean next(Set<String> busy) {
        AtomicReference<Claim> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> migrations.claim(busy).ifPresent(claim -> {
                taken.set(claim);
                if (reader.lock(claim.caseNumber())) {
                    bring(claim);
                } else {
                    busy.add(claim.caseNumber());
                }
            }));
        } catch (CannotMoveException e) {
            left(taken.get(), e.gone().isEmpty() ? "FAILED" : "STAYED", said(e));
        } catch (RuntimeException e) {
            // whatever happens to one case: it stays as it was, and the others go on
            if (HeldElsewhere.isCauseOf(e)) {
                if (taken.get() != null) {
                    busy.add(taken.get().caseNumber());
                }
                return taken.get() != null;
            }
            if (taken.get() == null) {
                throw e;
            }
            left(taken.get(), "FAILED", "移せませんでした（" + e.getClass().getSimpleName() + "）。システム管理者に連絡してください。");
        }
        return taken.get() != null;
    }

    private void bring(Claim claim) {
        database.sql("set local lock_timeout = '5s'").update();
        CaseSnapshot before = reader.read(claim.caseNumber());
        if (before.instances().isEmpty() || before.isIn(claim.move().set())) {
            migrations.done(claim, "STAYED", "移す前に終わりました。", false, null);
            return;
        }
        Plan plan = plans.computeIfAbsent(claim.move(), this::plan);
        Optional<Stay> stay = claim.move().back()
                ? Optional.empty()
                : plan.sorting()
                        .stay(
                                before,
                                cases.isPromisedToStay(
                                        claim.caseNumber(), claim.move().set()));
        if (stay.isPresent()) {
            migrations.done(claim, "STAYED", stay.get().reason(), stay.get().promised(), null);
            return;
        }
        Target target = claim.move().back() ? back(plan.target(), claim, before) : plan.target();
        mover.move(claim.caseNumber(), before, target);
        migrations.done(
                claim, "MOVED", null, false, MappedSteps.of(before, target).json());
    }

    private Target back(Target usual, Claim claim, CaseSnapshot now) {
        int withdrawn = publications.of(claim.move().draft()).set();
        MappedSteps own = MappedSteps.read(migrations.mapped(withdrawn, claim.caseNumber()));
        return new Target(usual.set(), usual.definitions(), own.back(now, usual.steps()));
    }

    /** What was written down is gone with the transaction: only this remains of it. */
    private void left(Claim claim, String state, String reason) {
        transaction.executeWithoutResult(status -> migrations.done(claim, state, reason, false, null));
    }

    private String said(CannotMoveException e) {
        return e.getMessage()
                + (e.gone().isEmpty()
                        ? ""
                        : "（"
                                + String.join(
                                        "、", e.gone().stream().map(this::name).toList()) + "）");
    }

    private String name(String place) {
        return diagrams.stepNames().getOrDefault(Transition.step(place), Transition.step(place));
    }

    private Plan plan(Move move) {
        Transition transition = publications.of(move.draft()).transition();
        Map<String, String> definitions = cases.definitions(move.set());
        Sorting sorting = new Sorting(transition, archive.files(move.set()), archive::files);
        return new Plan(
                new Target(
                        move.set(), definitions, move.back() ? inverse(transition, definitions) : transition.steps()),
                sorting);
    }

    /** For who comes into such a step later: back to a step that led there, if the former diagram does not have it. */
    private Map<String, Map<String, String>> inverse(Transition transition, Map<String, String> definitions) {
        Map<String, Map<String, String>> steps = new HashMap<>();
        transition.mapping().forEach((place, to) -> {
            String process = Transition.process(place);
            List<String> former = diagrams.steps(definitions.get(process)).stream()
                    .map(Diagrams.Step::id)
                    .toList();
            if (!former.contains(to)) {
                steps.computeIfAbsent(process, first -> new HashMap<>()).putIfAbsent(to, Transition.step(place));
            }
        });
        return steps;
    }
}
