package jp.tsunagu.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often each step and each end of each diagram was reached, from the engine's own history. */
final class Coverage {

    private final Map<String, Integer> tasks = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();

    Coverage(ProcessEngine engine, JdbcClient database) {
        Map<String, Integer> reached = new TreeMap<>();
        database.sql("select proc_def_key_ || '.' || act_id_, count(*) from act_hi_actinst group by 1")
                .query((row, number) -> reached.put(row.getString(1), row.getInt(2)))
                .list();
        for (ProcessDefinition process : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()) {
            BpmnModelInstance diagram = engine.getRepositoryService().getBpmnModelInstance(process.getId());
            count(process, diagram.getModelElementsByType(UserTask.class), reached, tasks);
            count(process, diagram.getModelElementsByType(EndEvent.class), reached, ends);
        }
    }

    private static void count(
            ProcessDefinition process,
            Collection<? extends FlowNode> nodes,
            Map<String, Integer> reached,
            Map<String, Integer> counts) {
        nodes.forEach(node -> {
            String name = process.getKey() + "." + node.getId();
            counts.put(name, reached.getOrDefault(name, 0));
        });
    }

    /** User tasks that nobody ever had before them. */
    List<String> neverReached() {
        List<String> never = new ArrayList<>();
        tasks.forEach((task, count) -> {
            if (count == 0) {
                never.add(task);
            }
        });
        return never;
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("届いた回数（タスク）\n");
        tasks.forEach((task, count) -> table.append("  %6d %s%n".formatted(count, task)));
        table.append("届いた回数（終わり）\n");
        ends.forEach((end, count) -> table.append("  %6d %s%n".formatted(count, end)));
        return table.toString();
    }
}
