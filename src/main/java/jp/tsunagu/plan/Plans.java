package jp.tsunagu.plan;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.plan.PlanAct.Kind;
import org.springframework.stereotype.Component;

/** The plans of a case: the draft in the forms, the versions cut from it, and what was done with each content. */
@Component
class Plans {

    private final Cases cases;
    private final PlanTable table;
    private final EntityManager database;
    private final Clock clock;

    Plans(Cases cases, PlanTable table, EntityManager database, Clock clock) {
        this.cases = cases;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    /** The plan as the forms hold it now, whether agreed to or not. */
    PlanContent draft(String caseNumber) {
        return PlanContent.of(cases.fields(caseNumber));
    }

    Optional<PlanVersion> latest(String caseNumber) {
        return table.latestVersion(caseId(caseNumber));
    }

    /** Makes the present draft a version, unless it is the latest one already. */
    PlanVersion cut(String caseNumber, String author) {
        PlanContent draft = draft(caseNumber);
        Plan plan = current(caseNumber);
        List<PlanVersion> versions = table.versions(plan.id());
        if (!versions.isEmpty() && versions.get(0).hash().equals(draft.hash())) {
            return versions.get(0);
        }
        return save(PlanVersion.cut(plan, versions.size() + 1, draft, author, clock.instant()));
    }

    /** Makes a further version even of equal content: what is submitted again after a rejection (要領 第10条第3号). */
    PlanVersion cutAgain(String caseNumber, String author) {
        Plan plan = current(caseNumber);
        int next = table.versions(plan.id()).size() + 1;
        return save(PlanVersion.cut(plan, next, draft(caseNumber), author, clock.instant()));
    }

    /** A decided plan is closed: what is drafted after it is the next plan (再プラン). */
    private Plan current(String caseNumber) {
        UUID caseId = caseId(caseNumber);
        Optional<Plan> last = table.findFirstByCaseIdOrderByNumberDesc(caseId);
        boolean open = last.isPresent() && table.decision(last.get().id()).isEmpty();
        return open ? last.get() : save(new Plan(caseId, last.map(Plan::number).orElse(0) + 1));
    }

    void act(Kind kind, PlanVersion version, LocalDate on, String manner, String recordedBy) {
        save(PlanAct.of(kind, version, on, manner, recordedBy, clock.instant()));
    }

    /** True if exactly this content was agreed to, approved or submitted within its plan. */
    boolean was(Kind kind, PlanVersion version) {
        return actOf(kind, version).isPresent();
    }

    Optional<PlanAct> actOf(Kind kind, PlanVersion version) {
        return table.acts(version.plan().id(), kind).stream()
                .filter(act -> act.hash().equals(version.hash()))
                .findFirst();
    }

    Optional<PlanDecision> latestDecision(String caseNumber) {
        return table.decisions(caseId(caseNumber)).stream().findFirst();
    }

    /** All decisions on the case's plans, the latest first. */
    List<PlanDecision> decisionsOf(String caseNumber) {
        return table.decisions(caseId(caseNumber));
    }

    List<SupportDecision> supportDecisions(PlanDecision decision) {
        return table.supportDecisions(decision.id());
    }

    /** The rejections of the plan that is under way, the latest first. */
    List<Rejection> rejections(String caseNumber) {
        return table.findFirstByCaseIdOrderByNumberDesc(caseId(caseNumber))
                .map(plan -> table.rejections(plan.id()))
                .orElse(List.of());
    }

    <T> T save(T entity) {
        database.persist(entity);
        database.flush();
        return entity;
    }

    private UUID caseId(String caseNumber) {
        return cases.find(caseNumber).id();
    }
}
