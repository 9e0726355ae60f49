package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.FormSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a form that was sent is kept. One statement: it becomes the next version of its form, what was typed for it goes, and
 * how case and process were before it stays, so that the step can be taken back.
 */
@Component
class DocumentStore {

    private static final String ADD = """
            with typed as (
              delete from form_draft
              where subject = :subject and (cast(:draftOf as varchar) is null or user_id = :draftOf)
            ), added as (
            insert into form_document (id, case_id, form, form_version, version, step, task_id, process_instance_id, author,
              act_date, recorded_at, case_version, data)
            select :id, :caseId, :form, :formVersion, coalesce(max(version), 0) + 1, :step, :taskId, :processInstanceId,
              :author, :actDate, :recordedAt, :caseVersion, :data
            from form_document where case_id = :caseId and form = :form
            returning id, case_id, task_id, process_instance_id
            )
            insert into step_before (document_id, case_id, process, case_state)
            select id, case_id, process_state(process_instance_id), cast(:before as jsonb) from added where task_id is not null
            """;

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    DocumentStore(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Adds a document to a case that is locked. With a task's form nobody's draft of it is needed any more.
     *
     * @param before dates and state of the case before it
     */
    void add(UUID id, Submission submission, FormSchema form, UUID caseId, int caseVersion, CaseState before) {
        boolean ofTask = submission.taskId() != null;
        database.sql(ADD)
                .param("subject", DraftSubject.of(submission))
                .param("draftOf", ofTask ? null : submission.user())
                .param("id", id)
                .param("before", before.json())
                .param("caseId", caseId)
                .param("form", form.key())
                .param("formVersion", form.version())
                .param("step", submission.step())
                .param("taskId", submission.taskId())
                .param("processInstanceId", submission.processInstanceId())
                .param("author", submission.user())
                .param("actDate", submission.actDate())
                .param("recordedAt", OffsetDateTime.now(clock))
                .param("caseVersion", caseVersion)
                .param("data", vault.seal(place(id), submission.answers().toString()))
                .update();
    }

    /** What was typed for a step that was taken back: the task in which it is done again opens with it. */
    Optional<ObjectNode> sentBefore(String taskId) {
        return database.sql("""
                        select d.id, d.data from step_taken_back t join form_document d on d.id = t.document_id
                        where t.reopened_task_id = ?
                        """)
                .param(taskId)
                .query((row, number) ->
                        (ObjectNode) Json.read(vault.text(place(row.getObject(1, UUID.class)), row.getBytes(2))))
                .optional();
    }

    private static Place place(UUID document) {
        return Place.of("form_document.data", document);
    }
}
