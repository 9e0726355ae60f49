package jp.tsunagu.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.startup.CaseRoute.Act;
import jp.tsunagu.story.Office;
import jp.tsunagu.story.Office.Answer;
import jp.tsunagu.story.Office.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case of a load, and what the server promised about it. One clerk works on it at a time. */
final class LoadedCase {

    /** What a request without an answer turned out to be. */
    enum Outcome {
        STORED,
        NOT_STORED
    }

    /** How the names begin of the people whom a load invents. */
    static final String NAME = "試野 第";

    private final String name;
    private final CaseRoute route;
    private final int goal;

    private String number;
    private final List<String> tasksDone = new ArrayList<>();
    private String taskTaken;
    private boolean underWay;

    /** Somebody whose name is unlike any other's; the load leads them through this many acts of the route. */
    LoadedCase(int person, CaseRoute route, int goal) {
        this.name = NAME + person;
        this.route = route;
        this.goal = goal;
    }

    boolean isAtGoal() {
        return number != null && tasksDone.size() == goal;
    }

    /** Reception included. */
    int steps() {
        return goal + 1;
    }

    /** Sends the next form. If the server dies meanwhile, this remembers that nobody answered. */
    void goOn(Office office) {
        if (number == null) {
            underWay = true;
            number = office.as("saeki").receives(route.reception(name));
        } else {
            send(office.as(next().account()));
        }
        underWay = false;
    }

    private Act next() {
        return route.acts().get(tasksDone.size());
    }

    private void send(Person person) {
        JsonNode task = task(person);
        String id = task.path("id").asText();
        if (id.equals(taskTaken)) {
            // it was said to be this person's, so it still is
            assertThat(task.path("assignee").asText()).isEqualTo(next().account());
        } else {
            good(person.takes(number, next().step()));
            taskTaken = id;
        }
        ObjectNode document = person.open(id);
        Office.answer(document, next().answers().get());
        underWay = true;
        good(person.trySend(id, document));
        tasksDone.add(id);
    }

    private JsonNode task(Person person) {
        JsonNode task = person.task(number, next().step());
        assertThat(task).as("%s of %s", next().step(), number).isNotNull();
        return task;
    }

    private static void good(Answer answer) {
        assertThat(answer.ok()).as("%s", answer).isTrue();
    }

    /** After a restart: whether the form that got no answer was taken. It counts as done then, or is sent again. */
    Optional<Outcome> settle(JdbcClient database) {
        if (!underWay) {
            return Optional.empty();
        }
        underWay = false;
        return Optional.of(
                (number == null ? received(database) : taken(database)) ? Outcome.STORED : Outcome.NOT_STORED);
    }

    private boolean received(JdbcClient database) {
        database.sql("select c.case_number from support_case c join person p on p.id = c.person_id where p.name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .ifPresent(found -> number = found);
        return number != null;
    }

    private boolean taken(JdbcClient database) {
        boolean taken = database.sql("select count(*) from form_document where task_id = ?")
                        .param(taskTaken)
                        .query(Long.class)
                        .single()
                == 1;
        if (taken) {
            tasksDone.add(taskTaken);
        }
        return taken;
    }

    /** The forms that must be there, each once and in this order, as {@code number step task}. */
    List<String> promised() {
        List<String> promised = new ArrayList<>();
        if (number != null) {
            promised.add(number + " reception -");
        }
        for (int i = 0; i < tasksDone.size(); i++) {
            promised.add(number + " " + route.acts().get(i).step() + " " + tasksDone.get(i));
        }
        return promised;
    }
}
