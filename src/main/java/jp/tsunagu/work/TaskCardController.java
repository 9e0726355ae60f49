package jp.tsunagu.work;

import java.security.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.access.AccessLog;
import jp.tsunagu.calendar.WorkingDays;
import jp.tsunagu.casefile.CaseReaders;
import jp.tsunagu.casefile.Cases;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The person's name for a card in the task list, read from the case file at this moment and for those only who may open the
 * case; whoever may merely pick the task up sees the case number.
 */
@RestController
class TaskCardController {

    private static final String LISTED = "タスク一覧表示";

    /** More tasks than a page of the list has are nobody's list. */
    private static final int MOST = 100;

    private final TaskService tasks;
    private final JdbcClient database;
    private final Cases cases;
    private final CaseReaders readers;
    private final AccessLog log;
    private final WorkingDays workingDays;

    TaskCardController(
            TaskService tasks,
            JdbcClient database,
            Cases cases,
            CaseReaders readers,
            AccessLog log,
            WorkingDays workingDays) {
        this.tasks = tasks;
        this.database = database;
        this.cases = cases;
        this.readers = readers;
        this.log = log;
        this.workingDays = workingDays;
    }

    /**
     * A card.
     *
     * @param name null if this person may not open the case yet
     */
    public record Card(String caseNumber, String name) {}

    @GetMapping("/api/task-cards")
    @Transactional
    public Map<String, Card> cards(@RequestParam("id") List<String> ids, Principal person) {
        List<Task> visible = tasks.createTaskQuery()
                .taskIdIn(ids.stream().limit(MOST).toArray(String[]::new))
                .list();
        Map<String, String> numbers =
                caseNumbers(visible.stream().map(Task::getId).toList());
        Map<String, String> names = cases.names(readers.readable(person.getName(), Set.copyOf(numbers.values())));
        Map<String, Card> cards = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (Task task : visible) {
            String number = numbers.get(task.getId());
            String name = names.get(number);
            if (name != null) {
                named.add(number);
            }
            cards.put(task.getId(), new Card(number, name));
        }
        log.recordOnceSince(workingDays.beginningOfToday(), person.getName(), named, LISTED);
        return cards;
    }

    private Map<String, String> caseNumbers(Collection<String> taskIds) {
        Map<String, String> numbers = new HashMap<>();
        if (!taskIds.isEmpty()) {
            database.sql("""
                            select t.id_, e.business_key_ from act_ru_task t
                            join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ in (:ids)
                            """)
                    .param("ids", taskIds)
                    .query((row, number) -> numbers.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return numbers;
    }
}
