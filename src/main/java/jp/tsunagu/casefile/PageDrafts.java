package jp.tsunagu.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.engine.CaseDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 一時保存 of the pages of a case: what somebody typed there without sending it, per person, case and page. */
@Component
public class PageDrafts {

    private final CaseDocuments cases;
    private final FormDrafts drafts;
    private final JdbcClient database;
    private final Clock clock;

    PageDrafts(CaseDocuments cases, FormDrafts drafts, JdbcClient database, Clock clock) {
        this.cases = cases;
        this.drafts = drafts;
        this.database = database;
        this.clock = clock;
    }

    /** What was typed, by input; empty if nothing was. */
    public Map<String, String> of(String user, String caseNumber, String page) {
        Map<String, String> typed = new LinkedHashMap<>();
        cases.draft(user, DraftSubject.ofPage(caseNumber, page))
                .ifPresent(draft -> draft.fields().forEachRemaining(field -> {
                    if (field.getValue().isTextual()) {
                        typed.put(field.getKey(), field.getValue().asText());
                    }
                }));
        return typed;
    }

    @Transactional
    void keep(String user, String caseNumber, String page, ObjectNode typed) {
        JsonNode storable = StorableText.of(typed);
        drafts.save(new FormDraft(
                new FormDraft.Key(user, DraftSubject.ofPage(caseNumber, page)), storable, clock.instant()));
    }

    /** Nothing of it is needed any more: it was sent, or its author does not want it. */
    @Transactional
    public void drop(String user, String caseNumber, String page) {
        database.sql("delete from form_draft where user_id = ? and subject = ?")
                .params(user, DraftSubject.ofPage(caseNumber, page))
                .update();
    }
}
