package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.casefile.crypt.Place;
import jp.tsunagu.casefile.crypt.Sealed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the other modules ask of the case file, and the few things they tell it. */
@Component
public class Cases {

    private final CaseLookup lookup;
    private final SupportCases cases;
    private final FormDocuments documents;
    private final ProgressRecords progress;
    private final Consents consents;

    Cases(CaseLookup lookup, SupportCases cases, FormDocuments documents, ProgressRecords progress, Consents consents) {
        this.lookup = lookup;
        this.cases = cases;
        this.documents = documents;
        this.progress = progress;
        this.consents = consents;
    }

    /**
     * A case by its number.
     *
     * @throws IllegalArgumentException if there is none
     */
    @Transactional(readOnly = true)
    public CaseRef find(String caseNumber) {
        return lookup.get(caseNumber).reference();
    }

    /** The case whose id a row of another room holds. */
    @Transactional(readOnly = true)
    public CaseRef of(UUID caseId) {
        return lookup.of(caseId).reference();
    }

    @Transactional(readOnly = true)
    public boolean exists(String caseNumber) {
        return lookup.byNumber(caseNumber).isPresent();
    }

    /** All that the forms of the case hold at present. */
    @Transactional(readOnly = true)
    public ObjectNode fields(String caseNumber) {
        return lookup.get(caseNumber).fields();
    }

    /** One field of the case; a missing node if no form has it. */
    @Transactional(readOnly = true)
    public JsonNode field(String caseNumber, String key) {
        return lookup.get(caseNumber).field(key);
    }

    /** What was done in these steps, the latest first. */
    @Transactional(readOnly = true)
    public List<StepRecord> steps(String caseNumber, String... steps) {
        return documents.ofSteps(lookup.get(caseNumber).id(), Arrays.asList(steps)).stream()
                .map(FormDocument::record)
                .toList();
    }

    /** Everything that was sent in this case, the first first: what the file held on any day can be told from it. */
    @Transactional(readOnly = true)
    public List<CaseDocument> history(String caseNumber) {
        return documents
                .findByCaseIdOrderByCaseVersionAsc(lookup.get(caseNumber).id())
                .stream()
                .map(FormDocument::document)
                .toList();
    }

    /** Who did these steps, the latest first. */
    @Transactional(readOnly = true)
    public List<StepAuthor> authors(String caseNumber, Collection<String> steps) {
        return documents.authorsOf(lookup.get(caseNumber).id(), steps);
    }

    @Transactional(readOnly = true)
    public Optional<StepRecord> latestStep(String caseNumber, String step) {
        return steps(caseNumber, step).stream().findFirst();
    }

    /** 第3号様式 as it holds, the oldest line first: a correction stands in the place of what it corrects. */
    @Transactional(readOnly = true)
    public List<ProgressLine> progress(String caseNumber) {
        return progressAsWritten(caseNumber).stream()
                .filter(ProgressLine::holds)
                .toList();
    }

    /** 第3号様式 with every line that was ever written, also corrected ones and those taken back, the oldest first. */
    @Transactional(readOnly = true)
    public List<ProgressLine> progressAsWritten(String caseNumber) {
        List<ProgressRecord> lines = progress.ofCase(lookup.get(caseNumber).id());
        Map<UUID, UUID> corrections = new HashMap<>();
        lines.stream()
                .filter(line -> line.corrects() != null)
                .forEach(line -> corrections.put(line.corrects(), line.id()));
        return lines.stream().map(line -> line.line(corrections.get(line.id()))).toList();
    }

    /** The latest consent, also a withdrawn one; empty if the person was never asked. */
    @Transactional(readOnly = true)
    public Optional<ConsentState> consent(String caseNumber) {
        return consents.latest(lookup.get(caseNumber).id()).map(Consent::state);
    }

    /** Names for a list, by case number; a case without a name is shown as anonymous. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> caseNumbers) {
        Map<String, String> names = new HashMap<>();
        if (!caseNumbers.isEmpty()) {
            cases.names(caseNumbers)
                    .forEach(row -> names.put(
                            (String) row[0],
                            Objects.requireNonNullElse(
                                    Sealed.text((Sealed) row[2], Place.of("person.name", (UUID) row[1])), "（匿名）")));
        }
        return names;
    }

    @Transactional
    public void next(String caseNumber, LocalDate date) {
        lookup.get(caseNumber).next(date);
    }

    @Transactional
    public void become(String caseNumber, CaseStatus status, LocalDate on) {
        SupportCase supportCase = lookup.get(caseNumber);
        supportCase.become(status, on);
        if (status == CaseStatus.CLOSED) {
            documents.forgetStatesBefore(supportCase.id());
        }
    }
}
