package jp.tsunagu.referral;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReferralTable extends Repository<Referral, UUID> {

    Optional<Referral> findByProcessInstanceId(String processInstanceId);

    @Query("select count(r) from Referral r where r.caseId = :caseId and r.closedOn is null")
    long open(UUID caseId);

    @Query("select count(r) from Referral r where r.caseId = :caseId and r.kind = :kind and r.closedOn is null")
    long open(UUID caseId, Referral.Kind kind);
}
