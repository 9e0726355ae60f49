package jp.tsunagu.procedure.check.ward;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.engine.BuildingBlock;
import jp.tsunagu.engine.BuildingBlock.Use;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The building blocks as their classes declare them: read from the classes, for checks also run where there are no beans. */
final class BlockClasses {

    private BlockClasses() {}

    /** Names of the beans that are a step by themselves, as delegate expression. */
    static Set<String> ofSteps() {
        Set<String> names = new TreeSet<>();
        all().forEach((bean, blocks) -> {
            if (blocks.stream()
                    .anyMatch(block -> block.use() == Use.SERVICE_TASK
                            && block.expression().isEmpty())) {
                names.add(bean);
            }
        });
        return names;
    }

    /** Name of a bean → what it declares. */
    static Map<String, List<BuildingBlock>> all() {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        // checks run on threads that know nothing of the packed program's classes
        classes.setResourceLoader(new DefaultResourceLoader(BlockClasses.class.getClassLoader()));
        classes.addIncludeFilter(new AnnotationTypeFilter(BuildingBlock.class));
        classes.addIncludeFilter(new AnnotationTypeFilter(BuildingBlock.Several.class));
        Map<String, List<BuildingBlock>> all = new TreeMap<>();
        for (BeanDefinition found : classes.findCandidateComponents("jp.tsunagu")) {
            all.put(
                    AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, new SimpleBeanDefinitionRegistry()),
                    List.of(ClassUtils.resolveClassName(found.getBeanClassName(), BlockClasses.class.getClassLoader())
                            .getAnnotationsByType(BuildingBlock.class)));
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("the classes that declare building blocks are not found");
        }
        return all;
    }
}
