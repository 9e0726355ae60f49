package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where the pages of a case keep what is being typed. A half-filled page is not checked here; sending it is. */
@RestController
class PageDraftController {

    /** A page, perhaps with the id of what it is about. */
    private static final String PAGE = "[a-z]+(-[a-z0-9-]{1,60})?";

    private final PageDrafts drafts;
    private final CaseReaders readers;

    PageDraftController(PageDrafts drafts, CaseReaders readers) {
        this.drafts = drafts;
        this.readers = readers;
    }

    @PutMapping("/api/drafts/cases/{caseNumber}/{page}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            @PathVariable String caseNumber,
            @PathVariable String page,
            @RequestBody ObjectNode typed,
            Principal person) {
        if (!page.matches(PAGE) || !readers.mayWrite(person.getName(), caseNumber)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "このケースは、あなたの担当ではありません。");
        }
        drafts.keep(person.getName(), caseNumber, page, typed);
    }
}
