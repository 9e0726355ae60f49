package jp.tsunagu.procedure.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scenarios that ship with the program: the acceptance cases. */
@Component
class PackagedScenarios {

    private final List<KeptScenario> all;

    PackagedScenarios() {
        List<KeptScenario> read = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:processes/scenarios/*.yaml")) {
                try (InputStream text = file.getInputStream()) {
                    read.add(KeptScenario.packaged(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged scenarios cannot be read", e);
        }
        read.sort(Comparator.comparing(KeptScenario::id));
        all = List.copyOf(read);
    }

    List<KeptScenario> all() {
        return all;
    }

    boolean has(String id) {
        return all.stream().anyMatch(scenario -> scenario.id().equals(id));
    }
}
