package jp.tsunagu.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A case moves to another procedure as a whole. Who begins a process for it without having locked it, as a timer does, may have
 * read the number of its procedure set before it moved.
 */
@Component
class OneSet {

    private static final String ON_ANOTHER_SET = """
            select exists (
              select 1 from act_ru_execution process
              join act_ru_variable number on number.execution_id_ = process.id_ and number.name_ = '%s'
              where process.business_key_ = ? and process.id_ = process.proc_inst_id_ and number.long_ <> ?)
            """.formatted(Names.PROCEDURE_SET);

    private final JdbcClient database;

    OneSet(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps the case on its procedure set until the transaction ends.
     *
     * @throws OptimisticLockingException if it has moved; the act is begun anew
     */
    void hold(String caseNumber, int procedureSet) {
        database.sql("select 1 from support_case where case_number = ? for no key update")
                .param(caseNumber)
                .query(Integer.class)
                .optional();
        boolean moved = database.sql(ON_ANOTHER_SET)
                .params(caseNumber, procedureSet)
                .query(Boolean.class)
                .single();
        if (moved) {
            throw new OptimisticLockingException("the case moved to another procedure set meanwhile");
        }
    }
}
