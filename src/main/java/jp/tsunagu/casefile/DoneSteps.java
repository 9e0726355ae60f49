package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a case in their order, and how one is taken back: its document stays as a version and no longer counts, and
 * the case file holds what it would hold without it.
 */
@Component
public class DoneSteps {

    /** The main process and what it has called; what runs beside it is a matter of its own. The reception has no instance yet. */
    private static final String OF_MAIN_PROCESS = """
            (d.process_instance_id is null or exists (select 1 from act_hi_procinst h
              where h.id_ = d.process_instance_id and h.root_proc_inst_id_ = c.process_instance_id))""";

    private static final String COUNTS = "not exists (select 1 from step_taken_back t where t.document_id = d.id)";

    private final CaseLookup lookup;
    private final Persons persons;
    private final AccessLog accessLog;
    private final EntityManager entities;
    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    DoneSteps(
            CaseLookup lookup,
            Persons persons,
            AccessLog accessLog,
            EntityManager entities,
            JdbcClient database,
            Vault vault,
            Clock clock) {
        this.lookup = lookup;
        this.persons = persons;
        this.accessLog = accessLog;
        this.entities = entities;
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** The last step of the main process that counts. */
    @Transactional(readOnly = true)
    public Optional<DoneStep> last(String caseNumber) {
        return database.sql(
                        "select d.*, b.process, b.case_state from form_document d join support_case c on c.id = d.case_id "
                                + "left join step_before b on b.document_id = d.id where d.case_id = ? and "
                                + OF_MAIN_PROCESS
                                + " and " + COUNTS + " order by d.case_version desc limit 1")
                .param(lookup.get(caseNumber).id())
                .query((row, number) -> new DoneStep(
                        row.getObject("id", UUID.class),
                        row.getString("step"),
                        row.getString("form"),
                        row.getInt("version"),
                        row.getInt("case_version"),
                        row.getString("task_id"),
                        row.getString("process_instance_id"),
                        row.getString("author"),
                        row.getObject("act_date", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        (ObjectNode) answers(row.getObject("id", UUID.class), row.getBytes("data")),
                        Json.read(row.getString("process")),
                        Json.read(row.getString("case_state"))))
                .optional();
    }

    /** The steps of the processes beside it that were done later. */
    @Transactional(readOnly = true)
    public List<String> besideAfter(String caseNumber, DoneStep step) {
        return database.sql(
                        "select d.step from form_document d where d.case_id = ? and d.case_version > ? and " + COUNTS)
                .params(lookup.get(caseNumber).id(), step.caseVersion())
                .query(String.class)
                .list();
    }

    /** What was taken back in this case, the latest first. */
    @Transactional(readOnly = true)
    public List<Correction> corrections(String caseNumber) {
        return database.sql("""
                        select t.*, d.task_id, d.version, d.act_date from step_taken_back t join form_document d on d.id = t.document_id
                        where t.case_id = ? order by t.taken_back_at desc, d.case_version desc
                        """)
                .param(lookup.get(caseNumber).id())
                .query((row, number) -> new Correction(
                        row.getString("step"),
                        row.getString("task_id"),
                        row.getInt("version"),
                        row.getObject("act_date", LocalDate.class),
                        vault.text(
                                Place.of("step_taken_back.reason", row.getObject("document_id", UUID.class)),
                                row.getBytes("reason")),
                        row.getString("taken_back_by"),
                        row.getObject("taken_back_at", OffsetDateTime.class).toInstant(),
                        row.getString("told")))
                .list();
    }

    /**
     * Takes the last step back out of the case file. The caller has locked the case.
     *
     * @param reopenedTask where the step is done again
     */
    @Transactional
    public void takeBack(String caseNumber, DoneStep done, String reason, String by, String reopenedTask) {
        SupportCase supportCase = lookup.get(caseNumber);
        entities.persist(TakenBackStep.of(done, supportCase.id(), reason, by, clock.instant(), reopenedTask));
        entities.flush();
        supportCase.takeBack(fieldsWithout(supportCase.id()), by);
        supportCase.restore(CaseState.of(done.caseState()), !hasLaterContact(supportCase.id(), done));
        persons.describe(supportCase);
        accessLog.record(by, caseNumber, "訂正", done.step());
        entities.flush();
    }

    /** What the forms hold if every document that counts is taken over in its order. */
    private ObjectNode fieldsWithout(UUID caseId) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        database.sql("select d.id, d.data from form_document d where d.case_id = ? and " + COUNTS
                        + " order by d.case_version")
                .param(caseId)
                .query((row, number) -> answers(row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .forEach(answers -> take(fields, answers));
        return fields;
    }

    private JsonNode answers(UUID document, byte[] data) {
        return Json.read(vault.text(Place.of("form_document.data", document), data));
    }

    /** As {@link SupportCase#take}. */
    private static void take(ObjectNode fields, JsonNode answers) {
        answers.fields().forEachRemaining(answer -> {
            boolean nothing = fields.path(answer.getKey()).isMissingNode()
                    && answer.getValue().isNull();
            if (!answer.getKey().equals("record") && !nothing) {
                fields.set(answer.getKey(), answer.getValue());
            }
        });
    }

    /** A contact that somebody wrote down later, or a step beside: the next date is theirs. */
    private boolean hasLaterContact(UUID caseId, DoneStep done) {
        return database.sql(
                        "select exists (select 1 from form_document d where d.case_id = :case and d.case_version > :version"
                                + " and " + COUNTS
                                + ") or exists (select 1 from progress_record p where p.case_id = :case"
                                + " and p.document_id is null and p.recorded_at > :at)")
                .param("case", caseId)
                .param("version", done.caseVersion())
                .param("at", OffsetDateTime.ofInstant(done.recordedAt(), clock.getZone()))
                .query(Boolean.class)
                .single();
    }
}
