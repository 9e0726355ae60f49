package jp.tsunagu.casefile;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FormDrafts extends Repository<FormDraft, FormDraft.Key> {

    FormDraft save(FormDraft draft);

    Optional<FormDraft> findById(FormDraft.Key key);

    /** Whoever sends a task's form, nobody's draft of it is needed any more. */
    @Modifying
    @Query("delete from FormDraft d where d.subject = :subject")
    void clearTask(String subject);

    @Modifying
    @Query("delete from FormDraft d where d.subject = :subject and d.userId = :userId")
    void clearStart(String userId, String subject);
}
