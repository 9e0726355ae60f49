package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tsunagu.story.Answers;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Person;

/**
 * Somebody who sends forms until the server is gone, and remembers what it promised: which draft it kept, which form it
 * took, and which form it gave no answer to.
 */
final class Clerk {

    /** A form of a task, on its way. */
    record Form(String account, String caseNumber, String step, Map<String, Object> answers, String taskId) {}

    /** A draft that the server said it has. */
    record Draft(String taskId, JsonNode data) {}

    final List<String> received = new CopyOnWriteArrayList<>();
    final List<Draft> drafts = new CopyOnWriteArrayList<>();
    final List<Form> accepted = new CopyOnWriteArrayList<>();
    final List<Form> unanswered = new CopyOnWriteArrayList<>();

    private final Office office;
    private final String account;
    private final Office.Session browser;

    Clerk(Office office, String account) {
        this.office = office;
        this.account = account;
        this.browser = office.logsIn(account);
    }

    /** One new person after the other, each as far as the application. */
    void receivesPeople() {
        untilTheServerIsGone(() -> {
            while (true) {
                String number = office.as(account).receives(RipeCase.reception());
                received.add(number);
                sends(number, "decideTriage", Answers.triage("continueSupport"));
                sends(number, "obtainApplicationAndConsent", Answers.application());
            }
        });
    }

    void decides(String number) {
        untilTheServerIsGone(() -> sends(number, "decidePlan", Answers.decision("decided")));
    }

    /** An answer that is not the expected one is a failure; only a connection that breaks is what this waits for. */
    private static void untilTheServerIsGone(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
        }
    }

    private void sends(String number, String step, Map<String, Object> answers) {
        Person person = office.as(account);
        good(person.takes(number, step));
        String task = person.task(number, step).path("id").asText();
        ObjectNode document = person.open(task);
        Office.answer(document, answers);
        good(browser.call("PUT", "/api/drafts/task/" + task, document.get("data")));
        drafts.add(new Draft(task, document.get("data")));
        Form form = new Form(account, number, step, answers, task);
        unanswered.add(form);
        good(person.trySend(task, document));
        unanswered.remove(form);
        accepted.add(form);
    }

    private static void good(Answer answer) {
        assertThat(answer.ok()).as("%s", answer).isTrue();
    }
}
