package jp.tsunagu.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import jp.tsunagu.change.CaseEvents.Possible;
import jp.tsunagu.engine.CaseMessages;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 全期間の出来事 over HTTP, for pages and machines. Nothing of a person stands in an address: case numbers identify nobody. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/events")
class CaseEventController {

    /** What a key may be: long enough for any UUID, short enough for the column. */
    private static final String KEY = "[A-Za-z0-9._-]{8,100}";

    private final CaseMessages messages;
    private final CaseEvents events;

    CaseEventController(CaseMessages messages, CaseEvents events) {
        this.messages = messages;
        this.events = events;
    }

    @GetMapping
    List<Possible> all(@PathVariable String caseNumber, Principal person) {
        if (!events.mayReport(person.getName())) {
            throw new AuthorizationException("出来事を記録できるのは、センターの支援員です。");
        }
        return events.of(person.getName(), caseNumber);
    }

    @GetMapping("/{message}")
    ObjectNode open(@PathVariable String caseNumber, @PathVariable String message) {
        return messages.open(caseNumber, message);
    }

    /** Sent twice with one key, it acts once; the second answer says so. */
    @PostMapping("/{message}")
    Map<String, Boolean> raise(
            @PathVariable String caseNumber,
            @PathVariable String message,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody ObjectNode document) {
        if (!key.matches(KEY)) {
            throw RefusedException.ofAct("送信の形が違います。Idempotency-Key（英数字8〜100文字）が必要です。");
        }
        return Map.of("repeated", !messages.raise(caseNumber, message, key, document));
    }
}
