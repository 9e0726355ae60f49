package jp.tsunagu.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.Members;
import jp.tsunagu.engine.StepHandler;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.Refusal;
import org.springframework.stereotype.Component;

/**
 * 相談受付 (要領 第9条第1号): whoever receives the person is responsible for them from this moment, until somebody else takes
 * the case. Nothing else is demanded: name, address and consent may come later or never.
 */
@Component
class ReceptionStep implements StepHandler {

    private final Responsibility responsibility;
    private final Members members;
    private final Clock clock;

    ReceptionStep(Responsibility responsibility, Members members, Clock clock) {
        this.responsibility = responsibility;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Set<String> steps() {
        return Set.of("reception");
    }

    @Override
    public List<Refusal> check(Submission submission) {
        LocalDate yearAgo = LocalDate.now(clock).minusYears(1);
        return submission.actDate().isBefore(yearAgo)
                ? List.of(Refusal.ofField("receivedOn", "受付日が1年より前です。年を確かめてください。"))
                : List.of();
    }

    @Override
    public void record(Submission submission) {
        Set<String> groups = members.groupsOf(submission.user());
        List.of(Roles.CONSULTATION_SUPPORTER, Roles.OUTREACH_SUPPORTER, Roles.CHIEF).stream()
                .filter(groups::contains)
                .findFirst()
                .ifPresent(role -> responsibility.give(submission.caseNumber(), role, submission.user()));
    }
}
