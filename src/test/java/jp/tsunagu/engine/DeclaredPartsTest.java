package jp.tsunagu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.engine.guard.AllowedParts;
import jp.tsunagu.story.OfficeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

/** What the beans declare is what the checks of a draft tell administrators, name by name. */
class DeclaredPartsTest extends OfficeStory {

    @Autowired
    ListableBeanFactory beans;

    @Test
    void theEngineAndTheChecksKnowTheSameList() throws IOException {
        AllowedParts declared = DeclaredParts.in(beans);
        JsonNode told = told();
        assertThat(declared.steps()).isEqualTo(offeredAsSteps());
        assertThat(declared.listeners()).containsExactlyInAnyOrderElementsOf(texts(told.path("listeners")));
        Set<String> called = new TreeSet<>();
        told.path("calls").fieldNames().forEachRemaining(called::add);
        called.remove("execution");
        assertThat(declared.calls()).containsOnlyKeys(called);
        for (Map.Entry<String, Set<String>> part : declared.calls().entrySet()) {
            assertThat(part.getValue())
                    .as(part.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            texts(told.path("calls").path(part.getKey())));
        }
        assertThat(texts(told.path("calls").path("execution"))).containsExactly("setVariable");
        assertThat(declared.closed()).isTrue();
    }

    /** What the checks let a step name: they read the same declarations, without beans. */
    private Set<String> offeredAsSteps() {
        Set<String> offered = new TreeSet<>();
        for (Class<? extends Annotation> declaration : List.of(BuildingBlock.class, BuildingBlock.Several.class)) {
            for (String name : beans.getBeanNamesForAnnotation(declaration)) {
                if (Stream.of(ClassUtils.getUserClass(beans.getType(name)).getAnnotationsByType(BuildingBlock.class))
                        .anyMatch(block -> block.use() == BuildingBlock.Use.SERVICE_TASK
                                && block.expression().isEmpty())) {
                    offered.add(name);
                }
            }
        }
        return offered;
    }

    /** A name that is misspelt in a declaration would open nothing, and nobody would know why. */
    @Test
    void everyMethodThatIsDeclaredIsThere() {
        DeclaredParts.in(beans)
                .calls()
                .forEach((bean, methods) -> assertThat(beans.getType(bean).getMethods())
                        .extracting(method -> method.getName())
                        .as(bean)
                        .containsAll(methods));
    }

    private static JsonNode told() throws IOException {
        try (InputStream list =
                DeclaredPartsTest.class.getResourceAsStream("/jp/tsunagu/procedure/check/ward/known-parts.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(list);
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
