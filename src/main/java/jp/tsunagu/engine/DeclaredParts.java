package jp.tsunagu.engine;

import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.engine.guard.AllowedParts;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/** Puts the list of allowed parts together from what the beans declare of themselves. */
final class DeclaredParts {

    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(");

    private final Set<String> steps = new TreeSet<>();
    private final Set<String> listeners = new TreeSet<>();
    private final Map<String, Set<String>> calls = new HashMap<>();

    private DeclaredParts() {}

    /** Asked when every bean has a definition; makes none of them. */
    static AllowedParts in(ListableBeanFactory factory) {
        Map<String, Class<?>> beans = new HashMap<>();
        for (Class<? extends Annotation> declaration :
                List.of(BuildingBlock.class, BuildingBlock.Several.class, OpenToProcedures.class)) {
            for (String name : factory.getBeanNamesForAnnotation(declaration)) {
                beans.put(name, factory.getType(name));
            }
        }
        return of(beans);
    }

    /** @param beans name → class of those that declare something; others on the map have no part in a procedure */
    static AllowedParts of(Map<String, Class<?>> beans) {
        DeclaredParts declared = new DeclaredParts();
        beans.forEach((name, type) -> declared.add(name, ClassUtils.getUserClass(type)));
        return new AllowedParts(declared.steps, declared.listeners, declared.calls, true);
    }

    /** What a trial stands in with: all of it may be used, and a story says itself which part it misses. */
    static AllowedParts given(Map<Object, Object> beans) {
        DeclaredParts declared = new DeclaredParts();
        beans.forEach((name, bean) -> {
            declared.add((String) name, ClassUtils.getUserClass(bean));
            declared.delegate((String) name, bean.getClass());
        });
        return new AllowedParts(declared.steps, declared.listeners, declared.calls, false);
    }

    private void add(String name, Class<?> type) {
        boolean open = type.isAnnotationPresent(OpenToProcedures.class);
        if (open) {
            for (String method : type.getAnnotation(OpenToProcedures.class).value()) {
                call(name, method);
            }
        }
        Set<BuildingBlock> blocks = AnnotatedElementUtils.getMergedRepeatableAnnotations(type, BuildingBlock.class);
        blocks.forEach(block -> addCalls(block.expression()));
        if (open || !blocks.isEmpty()) {
            delegate(name, type);
        }
    }

    private void delegate(String name, Class<?> type) {
        if (JavaDelegate.class.isAssignableFrom(type)) {
            steps.add(name);
        } else if (ExecutionListener.class.isAssignableFrom(type) || TaskListener.class.isAssignableFrom(type)) {
            listeners.add(name);
        }
    }

    private void addCalls(String expression) {
        Matcher call = CALL.matcher(expression);
        while (call.find()) {
            call(call.group(1), call.group(2));
        }
    }

    private void call(String name, String method) {
        calls.computeIfAbsent(name, first -> new TreeSet<>()).add(method);
    }
}
