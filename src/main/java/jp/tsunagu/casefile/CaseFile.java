package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.Submission;
import jp.tsunagu.form.FormSchema;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The case file as the form door sees it: every document in, the present state out. */
@Component
class CaseFile implements CaseDocuments {

    private final CaseLookup lookup;
    private final SupportCases cases;
    private final Persons persons;
    private final DocumentStore documents;
    private final FormDrafts drafts;
    private final CaseNumbers numbers;
    private final AccessLog accessLog;
    private final EntityManager database;
    private final Clock clock;

    CaseFile(
            CaseLookup lookup,
            SupportCases cases,
            Persons persons,
            DocumentStore documents,
            FormDrafts drafts,
            CaseNumbers numbers,
            AccessLog accessLog,
            EntityManager database,
            Clock clock) {
        this.lookup = lookup;
        this.cases = cases;
        this.persons = persons;
        this.documents = documents;
        this.drafts = drafts;
        this.numbers = numbers;
        this.accessLog = accessLog;
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String open(Submission submission) {
        LocalDate receivedOn = submission.actDate();
        String municipality = persons.municipality();
        String number = numbers.next(municipality, receivedOn);
        database.persist(SupportCase.open(number, municipality, persons.create(), receivedOn));
        // its first document follows by a statement of its own
        database.flush();
        return number;
    }

    @Override
    @Transactional
    public Optional<Locked> lockOfTask(String taskId) {
        return cases.lockOfTask(taskId).map(SupportCase::locked);
    }

    @Override
    @Transactional
    public int lock(String caseNumber) {
        return cases.lock(caseNumber)
                .orElseThrow(() -> CaseLookup.unknown(caseNumber))
                .version();
    }

    @Override
    @Transactional(readOnly = true)
    public int version(String caseNumber) {
        return lookup.get(caseNumber).version();
    }

    @Override
    @Transactional(readOnly = true)
    public ObjectNode values(String caseNumber, Set<String> keys) {
        return lookup.get(caseNumber).fields(keys);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> changesSince(String caseNumber, int version, Set<String> keys) {
        JsonNode changes = lookup.get(caseNumber).fieldChanges();
        List<Change> since = new ArrayList<>();
        for (String key : keys) {
            if (changes.path(key).path("v").asInt(0) > version) {
                since.add(new Change(key, changes.path(key).path("u").asText()));
            }
        }
        return since;
    }

    @Override
    @Transactional
    public void store(Submission submission, FormSchema form) {
        SupportCase supportCase = lookup.get(submission.caseNumber());
        CaseState before = supportCase.state();
        UUID document = UUID.randomUUID();
        ObjectNode answers = submission.answers().deepCopy();
        JsonNode record = answers.remove("record");
        supportCase.take(answers, submission.user());
        if (record != null && record.hasNonNull("method")) {
            keep(ProgressRecord.of(supportCase.id(), document, record, submission, clock.instant()), supportCase);
        }
        submission.date("nextContactDate").ifPresent(supportCase::next);
        if (Persons.describedBy(answers)) {
            persons.describe(supportCase);
        }
        documents.add(document, submission, form, supportCase.id(), supportCase.version(), before);
    }

    private void keep(ProgressRecord line, SupportCase supportCase) {
        database.persist(line);
        if (line.isContact()) {
            supportCase.contacted(line.occurredOn());
        }
        if (line.nextDate() != null) {
            supportCase.next(line.nextDate());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ObjectNode> draft(String user, String subject) {
        return drafts.findById(new FormDraft.Key(user, subject)).map(draft -> (ObjectNode) draft.data());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ObjectNode> sentBefore(String taskId) {
        return documents.sentBefore(taskId);
    }

    @Override
    @Transactional
    public void started(String caseNumber, String processInstanceId) {
        lookup.get(caseNumber).startedAs(processInstanceId);
    }

    @Override
    @Transactional
    public void accessed(String user, String caseNumber, String action, String step) {
        accessLog.record(user, caseNumber, action, step);
    }

    @Override
    @Transactional
    public void shown(String user, String caseNumber) {
        OffsetDateTime today = LocalDate.now(clock.withZone(WorkingDays.TOKYO))
                .atStartOfDay(WorkingDays.TOKYO)
                .toOffsetDateTime();
        accessLog.recordOnceSince(today, user, Set.of(caseNumber), "閲覧");
    }
}
