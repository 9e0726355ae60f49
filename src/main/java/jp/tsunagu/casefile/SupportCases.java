package jp.tsunagu.casefile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SupportCases extends Repository<SupportCase, UUID> {

    @Query(
            value = "select c.* from support_case c where c.case_number = (select e.business_key_ from act_ru_task t "
                    + "join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = :taskId) for no key update",
            nativeQuery = true)
    Optional<SupportCase> lockOfTask(String taskId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from SupportCase c where c.caseNumber = :number")
    Optional<SupportCase> lock(String number);

    /** Case number, person and sealed name, for lists. */
    @Query("select c.caseNumber, p.id, p.name from SupportCase c join c.person p where c.caseNumber in :numbers")
    List<Object[]> names(Collection<String> numbers);
}
