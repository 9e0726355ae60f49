package jp.tsunagu.document;

import java.security.Principal;
import java.util.List;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.document.Papers.Paper;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Papers over HTTP. Its address and its file's name tell the paper and the number of the case, nothing of the person. */
@RestController
class PaperController {

    /** Tells a page, before anybody sends the paper, which characters it could not print. */
    static final String MISSING = "X-Missing-Characters";

    private final Papers papers;
    private final CaseReaders readers;
    private final AccessLog log;

    PaperController(Papers papers, CaseReaders readers, AccessLog log) {
        this.papers = papers;
        this.readers = readers;
        this.log = log;
    }

    @GetMapping("/api/papers")
    List<Paper> all() {
        return papers.all();
    }

    @GetMapping("/api/papers/{paper}")
    ResponseEntity<byte[]> blank(@PathVariable String paper) {
        return papers.blank(paper).map(printed -> answer(printed, paper)).orElseThrow(() -> notThere(paper));
    }

    @Transactional
    @GetMapping("/api/cases/{caseNumber}/papers")
    List<CasePaper> ofCase(@PathVariable String caseNumber, Principal person) {
        mustRead(person, caseNumber);
        log.record(person.getName(), caseNumber, "閲覧", "papers");
        return papers.of(caseNumber);
    }

    @Transactional
    @GetMapping("/api/cases/{caseNumber}/papers/{paper}")
    ResponseEntity<byte[]> ofCase(
            @PathVariable String caseNumber,
            @PathVariable String paper,
            @RequestParam(required = false) String version,
            Principal person) {
        mustRead(person, caseNumber);
        PrintedPaper printed =
                papers.ofCase(paper, caseNumber, version, person.getName()).orElseThrow(() -> notThere(paper));
        log.record(person.getName(), caseNumber, "印刷", version == null ? paper : paper + " " + version);
        return answer(printed, paper + "_" + caseNumber);
    }

    private void mustRead(Principal person, String caseNumber) {
        if (!readers.mayRead(person.getName(), caseNumber)) {
            // the same answer for both: whether there is such a case is not everybody's business
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
    }

    private static ResponseEntity<byte[]> answer(PrintedPaper printed, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .headers(headers -> {
                    if (!printed.missing().isEmpty()) {
                        headers.add(MISSING, String.join(" ", printed.missing()));
                    }
                })
                .body(printed.pdf());
    }

    private ResponseStatusException notThere(String paper) {
        boolean known = papers.all().stream().anyMatch(one -> one.key().equals(paper));
        return new ResponseStatusException(HttpStatus.NOT_FOUND, known ? "この様式は、このケースにはまだありません。" : "この様式はありません。");
    }
}
