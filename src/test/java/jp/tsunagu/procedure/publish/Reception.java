package jp.tsunagu.procedure.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;

/** Very many people at once: through the form door, but not over HTTP. */
public final class Reception {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormService forms;
    private final IdentityService identity;
    private final RepositoryService repository;

    public Reception(FormService forms, IdentityService identity, RepositoryService repository) {
        this.forms = forms;
        this.identity = identity;
        this.repository = repository;
    }

    /** The numbers of so many new cases. */
    public List<String> many(int cases) {
        return IntStream.range(0, cases).mapToObj(one -> one()).toList();
    }

    String one() {
        identity.setAuthentication("saeki", List.of("consultation-supporter"));
        try {
            String process = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("selfRelianceSupport")
                    .latestVersion()
                    .singleResult()
                    .getId();
            ObjectNode document = (ObjectNode) JSON.readTree(
                    forms.getStartFormVariables(process).get("formDocument").toString());
            Office.answer(document, Answers.named("移行 次郎", "いこう じろう", "1980-01-01"));
            return forms.submitStartForm(process, Map.of("formDocument", document.toString()))
                    .getBusinessKey();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
        }
    }
}
