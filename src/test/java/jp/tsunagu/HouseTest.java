package jp.tsunagu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.House.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house stands as it is drawn, and each of its rules is able to refuse something. */
class HouseTest {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("jp.tsunagu");

    private static final Path SOURCES = Path.of("src/main/java/jp/tsunagu");

    private static final Pattern ROOM = Pattern.compile("\\bjp\\.tsunagu\\.(\\w+)\\.[A-Z]");

    /** Tables with what people said and who they are. No class file tells which table its SQL names. */
    private static final Pattern PERSONAL_TABLE = Pattern.compile(
            "\\b(from|join|update|into)\\s+(person|form_?document|form_?draft|progress_?record)\\b",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    static List<Law> laws() {
        return House.LAWS;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void holds(Law law) {
        law.rule().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void refuses(Law law) {
        JavaClasses sketch = Sketch.of(folder, law.refused());

        assertThatThrownBy(() -> law.rule().check(sketch))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Wrong");
    }

    /**
     * Nor is a use allowed that has gone. Read from the sources, because a constant of another room leaves no trace in a
     * class file.
     */
    @Test
    void everyLineSaysWhatTheRoomReallyUses() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        sources().forEach((room, text) -> {
            Set<String> named = ROOM.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            named.remove(room);
            uses.put(room, named);
        });

        assertThat(uses).isEqualTo(House.ROOMS);
    }

    @Test
    void roomsUseOnlyLowerRooms() {
        List<String> lower = new ArrayList<>();
        House.ROOMS.forEach((room, used) -> {
            assertThat(lower).as("lower than %s", room).containsAll(used);
            lower.add(room);
        });
    }

    @Test
    void onlyTheListedClassesAskTheEngineThemselves() {
        assertThat(House.engineServices(PROGRAM)).isEqualTo(House.ENGINE_SERVICES);
    }

    @Test
    void aDetourToTheEngineIsSeenToo() {
        JavaClasses sketch = Sketch.of(folder, """
                package jp.tsunagu.support;
                class Wrong {
                    void move(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
                        execution.getProcessEngineServices().getRuntimeService().signal(execution.getId());
                    }
                }
                """);

        assertThat(House.engineServices(sketch)).containsOnlyKeys("support.Wrong");
    }

    @Test
    void nothingIsLoggedWhereCasesAreHandled() {
        assertThat(House.logging(PROGRAM)).isEqualTo(House.LOGGING);
    }

    @Test
    void aLoggerIsSeen() {
        JavaClasses sketch = Sketch.of(folder, """
                package jp.tsunagu.casefile;
                class Wrong {
                    void tell(Person person) {
                        org.slf4j.LoggerFactory.getLogger("a").info(person.name());
                    }
                }
                """);

        assertThat(House.logging(sketch)).containsExactly("casefile.Wrong");
    }

    @Test
    void onlyTheCaseFileAndItsPagesReadTheTablesOfPersonalData() throws IOException {
        Map<String, String> readers = sources();
        readers.values().removeIf(text -> !PERSONAL_TABLE.matcher(text).find());

        // that its own queries are found proves that another room's would be
        assertThat(readers).containsOnlyKeys("casefile", "ledger");
    }

    /** Room → the text of all its files. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path inside = SOURCES.relativize(file);
                if (inside.getNameCount() > 1) {
                    sources.merge(inside.getName(0).toString(), Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
