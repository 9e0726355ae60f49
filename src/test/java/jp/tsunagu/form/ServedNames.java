package jp.tsunagu.form;

import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.engine.ServedValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/** The names under which the server gives values to forms, asked of the classes themselves: no application has to start. */
final class ServedNames {

    private ServedNames() {}

    static Set<String> all() {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(ServedValue.class));
        Set<String> names = new TreeSet<>();
        classes.findCandidateComponents("jp.tsunagu").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            // keys() is a constant of the class; what the constructor asks for is not needed to read it
            names.addAll(((ServedValue) new SpringObjenesis().newInstance(type)).keys());
        });
        return names;
    }
}
