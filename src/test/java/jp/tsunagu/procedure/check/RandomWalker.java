package jp.tsunagu.procedure.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.engine.VariableCatalogue.Type;
import jp.tsunagu.engine.VariableCatalogue.Variable;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * The truth the checks are held against: the engine itself, walked at random. Each act sets what its step may set, and nothing
 * else. It knows nothing of the checks.
 */
final class RandomWalker {

    private static final int ACTS = 30;

    private final ProcessEngine engine;
    private final VariableCatalogue catalogue;
    private final Map<String, FormSchema> forms;
    private final Random random;

    RandomWalker(ProcessEngine engine, VariableCatalogue catalogue, Map<String, FormSchema> forms, Random random) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.forms = forms;
        this.random = random;
    }

    /** What the engine said when a case broke, or that one got stuck; null if nothing did. */
    String broken(String key, Drawing diagram) {
        Map<String, Object> known = new HashMap<>(catalogue.initialValues(key));
        known.put("caseNumber", "R8-00001");
        known.put("procedureSet", 1);
        Set<String> set = new TreeSet<>();
        for (String step : diagram.ids("userTask")) {
            set.addAll(setBy(step));
        }
        for (Variable variable : catalogue.all()) {
            if (!set.contains(variable.name()) && !known.containsKey(variable.name())) {
                choose(variable, known);
            }
        }
        try {
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey(key, "R8-00001", known)
                    .getId();
            for (int act = 0; act < ACTS && isOpen(instance); act++) {
                List<Runnable> possible = possible(new TreeMap<>());
                if (possible.isEmpty()) {
                    return "stuck";
                }
                possible.get(random.nextInt(possible.size())).run();
            }
            return null;
        } catch (ProcessEngineException | StackOverflowError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean isOpen(String instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    private List<Runnable> possible(Map<String, Object> answers) {
        List<Runnable> acts = new ArrayList<>();
        for (Task task : engine.getTaskService().createTaskQuery().list()) {
            acts.add(() -> {
                setBy(task.getTaskDefinitionKey())
                        .forEach(name -> catalogue.find(name).ifPresent(variable -> choose(variable, answers)));
                engine.getTaskService().complete(task.getId(), answers);
            });
        }
        for (Job job : engine.getManagementService().createJobQuery().list()) {
            acts.add(() -> engine.getManagementService().executeJob(job.getId()));
        }
        for (EventSubscription waits : engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .eventType("message")
                .list()) {
            acts.add(() ->
                    engine.getRuntimeService().messageEventReceived(waits.getEventName(), waits.getExecutionId()));
        }
        return acts;
    }

    private Set<String> setBy(String step) {
        Set<String> names = new TreeSet<>();
        FormSchema form = forms.get(step);
        if (form != null) {
            form.walk()
                    .filter(field -> field.isInput() && !field.isShownOnly())
                    .forEach(field -> names.add(field.key()));
        }
        catalogue.all().forEach(variable -> {
            if (variable.setBy().contains(step)) {
                names.add(variable.name());
            }
        });
        return names;
    }

    private void choose(Variable variable, Map<String, Object> answers) {
        if (variable.type() == Type.BOOLEAN) {
            answers.put(variable.name(), random.nextBoolean());
        } else if (variable.type() == Type.INTEGER) {
            answers.put(variable.name(), random.nextInt(4));
        } else if (variable.type() == Type.STRING && !variable.values().isEmpty()) {
            List<String> values = List.copyOf(variable.values());
            answers.put(variable.name(), values.get(random.nextInt(values.size())));
        }
    }
}
