package jp.tsunagu.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.access.Roles;
import jp.tsunagu.casefile.CaseRef;
import jp.tsunagu.casefile.DoneStep;
import jp.tsunagu.casefile.DoneSteps;
import jp.tsunagu.casefile.LeftTheHouse;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.StepBack;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.engine.TaskFacts;
import jp.tsunagu.engine.TaskGate;
import jp.tsunagu.referral.Referrals;
import org.springframework.stereotype.Component;

/** Until when a wrong step can be taken back: as long as nothing of it has left the house. */
@Component
class CorrectionRules {

    private static final String HANDOVER =
            "福祉事務所へのつなぎが始まっています。保護が必要な人のつなぎは、手順を戻して止めることはできません（要領 第9条第5号）。つなぎを終えるか、主任の「つながない理由の確認」で記録してください。";

    /** What steps of a process beside it let out. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "sendReferral", "他の機関へのつなぎ票を送っています。",
            "confirmReferralReceipt", "つなぎ先から返事が来ています。",
            "handOverToWelfareOffice", HANDOVER,
            "confirmReceipt", HANDOVER,
            "reviewUnwillingness", HANDOVER,
            "informAgencies", "関係機関に連絡しています。",
            "handOverToNewMunicipality", "転出先の自治体に引き継いでいます。");

    private static final Map<String, String> BEGAN = Map.of(
            "welfareOfficeReferral", HANDOVER,
            "referral", "他の機関へのつなぎが始まっています。つなぎの結果を記録してから、次の手順で直してください。",
            "emergencySupport", "緊急支援が始まっています。緊急支援は止められません（要領 第9条第6号）。",
            "deputyDecisionReview", "代決の後閲が始まっています。");

    private static final Set<String> ASKS_FOR_WELFARE = Set.of("decideTriage", "screen");

    private final DoneSteps doneSteps;
    private final StepBack stepBack;
    private final CaseInstances instances;
    private final Referrals referrals;
    private final TaskGate gate;
    private final Members members;
    private final List<LeftTheHouse> departures;

    CorrectionRules(
            DoneSteps doneSteps,
            StepBack stepBack,
            CaseInstances instances,
            Referrals referrals,
            TaskGate gate,
            Members members,
            List<LeftTheHouse> departures) {
        this.doneSteps = doneSteps;
        this.stepBack = stepBack;
        this.instances = instances;
        this.referrals = referrals;
        this.gate = gate;
        this.members = members;
        this.departures = departures;
    }

    /** Why the last step of this case can no longer be taken back by this person; empty if it can. */
    Optional<String> refuse(String user, CaseRef of, DoneStep done) {
        return TakeableSteps.refuse(done.step())
                .or(() -> isOver(of))
                .or(() -> wasNotKept(done))
                .or(() -> otherSide(user, of, done))
                .or(() -> handover(of, done))
                .or(() -> leftSince(of, done))
                .or(() -> stepBack.stands(submission(of, done)))
                .or(() -> moved(of, done));
    }

    Submission submission(CaseRef of, DoneStep done) {
        return new Submission(
                done.author(),
                of.number(),
                done.step(),
                done.taskId(),
                done.processInstanceId(),
                stepBack.procedureSet(of.processInstanceId()),
                done.data(),
                done.actDate());
    }

    static StepBack.Done asDone(CaseRef of, DoneStep done) {
        return new StepBack.Done(of.processInstanceId(), done.processInstanceId(), done.step(), done.process());
    }

    private Optional<String> isOver(CaseRef of) {
        return instances.isAlive(of.processInstanceId())
                ? Optional.empty()
                : Optional.of("このケースの手続は終わっています。本人がまた来たときは、新しい相談として受け付けます。");
    }

    private static Optional<String> wasNotKept(DoneStep done) {
        return done.process().isObject() ? Optional.empty() : Optional.of("訂正のしくみが入る前に終わった手順です。前の様子が残っていないため、戻せません。");
    }

    /** Whoever did what is checked does not undo the check (要領 第9条第5号). */
    private Optional<String> otherSide(String user, CaseRef of, DoneStep done) {
        if (!members.groupsOf(user).contains(Roles.CHIEF)) {
            // may only look; that the act is 主任's is said by the act
            return Optional.empty();
        }
        TaskFacts asTask = new TaskFacts(
                done.taskId(),
                done.step(),
                done.processInstanceId(),
                of.number(),
                Set.of(Roles.CHIEF),
                Roles.CHIEF,
                user);
        return gate.refuseAssignee(user, asTask).map(reason -> "確認される側の作業をした人は、その確認を取り消せません。ほかの主任が行ってください。");
    }

    /** I-01: the way to the welfare office is never shut by going back. */
    private Optional<String> handover(CaseRef of, DoneStep done) {
        return ASKS_FOR_WELFARE.contains(done.step()) && referrals.hasOpenHandover(of.number())
                ? Optional.of(HANDOVER)
                : Optional.empty();
    }

    private Optional<String> leftSince(CaseRef of, DoneStep done) {
        return doneSteps.besideAfter(of.number(), done).stream()
                .filter(OUTSIDE::containsKey)
                .map(OUTSIDE::get)
                .findFirst()
                .or(() -> departures.stream()
                        .flatMap(departure -> departure.since(of.number(), done).stream())
                        .findFirst());
    }

    private Optional<String> moved(CaseRef of, DoneStep done) {
        StepBack.Preview preview = stepBack.preview(asDone(of, done));
        if (!preview.began().isEmpty()) {
            return Optional.of(preview.began().stream()
                    .map(process -> BEGAN.getOrDefault(process, "この手順の後に、別の手続が始まっています。"))
                    .distinct()
                    .collect(Collectors.joining()));
        }
        return preview.possible()
                ? Optional.empty()
                : Optional.of("この手順の後に、別の理由でケースが進んでいます（就労支援の終わり、つなぎの返事、期日など）。途中には戻れません。");
    }
}
