package jp.tsunagu.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlanTable extends Repository<Plan, UUID> {

    Optional<Plan> findFirstByCaseIdOrderByNumberDesc(UUID caseId);

    @Query("select v from PlanVersion v join fetch v.plan p where p.caseId = :caseId "
            + "order by p.number desc, v.version desc limit 1")
    Optional<PlanVersion> latestVersion(UUID caseId);

    @Query("select v from PlanVersion v where v.plan.id = :planId order by v.version desc")
    List<PlanVersion> versions(UUID planId);

    @Query("select a from PlanAct a where a.planVersion.plan.id = :planId and a.act = :kind order by a.recordedAt desc")
    List<PlanAct> acts(UUID planId, PlanAct.Kind kind);

    @Query("select d from PlanDecision d where d.planVersion.plan.id = :planId")
    Optional<PlanDecision> decision(UUID planId);

    @Query("select d from PlanDecision d where d.planVersion.plan.caseId = :caseId order by d.recordedAt desc")
    List<PlanDecision> decisions(UUID caseId);

    @Query("select s from SupportDecision s where s.planDecision.id = :decisionId order by s.fromDay, s.service")
    List<SupportDecision> supportDecisions(UUID decisionId);

    @Query("select r from Rejection r where r.planVersion.plan.id = :planId order by r.number desc")
    List<Rejection> rejections(UUID planId);
}
