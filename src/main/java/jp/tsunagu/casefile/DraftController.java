package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Principal;
import java.time.Clock;
import jp.tsunagu.engine.CaseDocuments;
import jp.tsunagu.engine.CaseMessages;
import jp.tsunagu.engine.FormPreview;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 一時保存: what is typed is kept on the server, per person and task, and survives a lost session. Saving answers with what
 * the server proposes from it. A half-filled form is not checked here; sending it is.
 */
@RestController
@RequestMapping("/api/drafts")
class DraftController {

    private final CaseDocuments cases;
    private final FormDrafts drafts;
    private final FormPreview preview;
    private final CaseMessages messages;
    private final Clock clock;

    DraftController(CaseDocuments cases, FormDrafts drafts, FormPreview preview, CaseMessages messages, Clock clock) {
        this.cases = cases;
        this.drafts = drafts;
        this.preview = preview;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/task/{taskId}")
    ObjectNode task(@PathVariable String taskId, Principal person) {
        return preview.draftOfTask(taskId, cases.draft(person.getName(), DraftSubject.ofTask(taskId)));
    }

    @PutMapping("/task/{taskId}")
    @Transactional
    ObjectNode keepTask(@PathVariable String taskId, @RequestBody ObjectNode typed, Principal person) {
        ObjectNode proposals = preview.ofTask(taskId, typed);
        keep(person, DraftSubject.ofTask(taskId), typed);
        return proposals;
    }

    @GetMapping("/start/{form}")
    ObjectNode start(@PathVariable String form, Principal person) {
        return preview.draftOfStart(form, typed(person, DraftSubject.ofStart(form)));
    }

    @PutMapping("/start/{form}")
    @Transactional
    ObjectNode keepStart(@PathVariable String form, @RequestBody ObjectNode typed, Principal person) {
        keep(person, DraftSubject.ofStart(form), typed);
        return JsonNodeFactory.instance.objectNode();
    }

    @GetMapping("/events/{caseNumber}/{message}")
    ObjectNode event(@PathVariable String caseNumber, @PathVariable String message, Principal person) {
        String subject = DraftSubject.ofEvent(caseNumber, message);
        return messages.draft(caseNumber, message, typed(person, subject));
    }

    @PutMapping("/events/{caseNumber}/{message}")
    @Transactional
    ObjectNode keepEvent(
            @PathVariable String caseNumber,
            @PathVariable String message,
            @RequestBody ObjectNode typed,
            Principal person) {
        ObjectNode proposals = messages.proposals(caseNumber, message, typed);
        keep(person, DraftSubject.ofEvent(caseNumber, message), typed);
        return proposals;
    }

    private ObjectNode typed(Principal person, String subject) {
        return cases.draft(person.getName(), subject).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private void keep(Principal person, String subject, ObjectNode typed) {
        drafts.save(
                new FormDraft(new FormDraft.Key(person.getName(), subject), StorableText.of(typed), clock.instant()));
    }
}
