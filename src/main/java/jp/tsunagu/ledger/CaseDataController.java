package jp.tsunagu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import jp.tsunagu.casefile.RestrictedCases;
import jp.tsunagu.engine.CaseWhereabouts;
import jp.tsunagu.engine.CaseWhereabouts.Process;
import jp.tsunagu.engine.Diagrams;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the page of a case fetches while it is read: a diagram, and a contact that is kept back until somebody asks for it. */
@RestController
class CaseDataController {

    private static final MediaType DIAGRAM = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final CaseGate gate;
    private final CaseWhereabouts whereabouts;
    private final Diagrams diagrams;
    private final Contact contact;
    private final RestrictedCases restricted;

    CaseDataController(
            CaseGate gate,
            CaseWhereabouts whereabouts,
            Diagrams diagrams,
            Contact contact,
            RestrictedCases restricted) {
        this.gate = gate;
        this.whereabouts = whereabouts;
        this.diagrams = diagrams;
        this.contact = contact;
        this.restricted = restricted;
    }

    /** The diagram of one process of the case, in the version that this case runs on. */
    @GetMapping("/api/cases/{caseNumber}/diagrams/{process}")
    ResponseEntity<String> diagram(@PathVariable String caseNumber, @PathVariable String process, Principal person) {
        gate.check(person.getName(), caseNumber);
        Process of = whereabouts.processes(caseNumber).stream()
                .filter(one -> one.id().equals(process))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "この手続の図はありません。"));
        return ResponseEntity.ok().contentType(DIAGRAM).body(diagrams.xml(of.definitionId()));
    }

    /** 連絡先の秘匿: whoever asks is told, and stands in the access record with it. */
    @PostMapping("/api/cases/{caseNumber}/contact")
    @Transactional
    public List<Contact.Line> contact(@PathVariable String caseNumber, Principal person) {
        gate.check(person.getName(), caseNumber);
        if (restricted.hidesPlaces(person.getName(), caseNumber)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "制限ケースです。住所と電話は、「連絡先を開く」のページで理由を書いてから見られます。");
        }
        gate.open(person.getName(), caseNumber, "連絡先の閲覧", "contact");
        return contact.of(caseNumber);
    }
}
