package jp.tsunagu.referral;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.casefile.Cases;
import jp.tsunagu.engine.CaseInstances;
import jp.tsunagu.referral.Referral.Kind;
import org.springframework.stereotype.Component;

/** The つなぎ of a case and the processes that carry them. */
@Component
public class Referrals {

    private final ReferralTable table;
    private final Cases cases;
    private final CaseInstances instances;
    private final EntityManager database;
    private final Clock clock;

    Referrals(ReferralTable table, Cases cases, CaseInstances instances, EntityManager database, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.instances = instances;
        this.database = database;
        this.clock = clock;
    }

    /** Opens a referral and starts its process in the transaction of the step (要領 第9条第3号・第5号). */
    void start(Kind kind, String caseNumber, int procedureSet, String waitingInstance, Map<String, Object> facts) {
        String process = kind == Kind.WELFARE_OFFICE ? "welfareOfficeReferral" : "referral";
        String instance = instances.start(process, caseNumber, procedureSet, waitingInstance, facts);
        database.persist(Referral.open(cases.find(caseNumber).id(), kind, instance, LocalDate.now(clock)));
        database.flush();
    }

    Referral of(String processInstanceId) {
        return find(processInstanceId)
                .orElseThrow(() -> new IllegalStateException("つなぎの記録がありません: " + processInstanceId));
    }

    Optional<Referral> find(String processInstanceId) {
        return table.findByProcessInstanceId(processInstanceId);
    }

    /** True if nobody has confirmed the receipt in time, so that it was brought before 主任 (I-15). */
    boolean isUnconfirmed(String processInstanceId) {
        return !database.createNativeQuery("select 1 from unconfirmed_referral where process_instance_id = :id")
                .setParameter("id", processInstanceId)
                .getResultList()
                .isEmpty();
    }

    /** True while somebody of this case is on the way to another desk and the receipt is not settled. */
    public boolean hasOpen(String caseNumber) {
        return table.open(cases.find(caseNumber).id()) > 0;
    }

    /** True while the case is on its way to the welfare office (要領 第9条第5号). */
    public boolean hasOpenHandover(String caseNumber) {
        return hasOpen(caseNumber, Kind.WELFARE_OFFICE);
    }

    boolean hasOpen(String caseNumber, Kind kind) {
        return table.open(cases.find(caseNumber).id(), kind) > 0;
    }
}
