package jp.tsunagu.access.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The closed list of acts: the database knows the same kinds, and the program records no word that is not on it. */
class ActKindTest {

    /** What is recorded: the word stands after the user and the case number, in a call of the log. */
    private static final Pattern RECORDED =
            Pattern.compile("(?:[lL]og|documents|cases)\\.(?:record\\w*|accessed)\\(([^;]*?)\\);", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\"([^\"]*[\\u3040-\\u9fff][^\"]*)\"");

    @Test
    void theDatabaseKnowsTheSameKinds() throws IOException {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V32__access_log.sql"));
        Matcher check = Pattern.compile("check \\(kind in\\s*\\(([^)]*)\\)").matcher(migration);
        assertThat(check.find()).isTrue();
        assertThat(Stream.of(check.group(1).split(",")).map(one -> one.strip().replace("'", "")))
                .containsExactlyInAnyOrderElementsOf(ActKind.labels());
    }

    @Test
    void everyWordThatTheProgramRecordsIsOnTheList() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher recorded = RECORDED.matcher(Files.readString(source));
                while (recorded.find()) {
                    String[] arguments = recorded.group(1).split(",(?![^(]*\\))");
                    for (String argument : List.of(arguments).subList(0, Math.min(arguments.length, 4))) {
                        Matcher word = WORD.matcher(argument);
                        while (word.find()) {
                            words.add(word.group(1));
                        }
                    }
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(10).contains("閲覧", "印刷", "書き出し", "訂正");
        assertThat(words.stream().filter(word -> !known(word)).collect(Collectors.toSet()))
                .as("recorded, and not on the list of ActKind")
                .isEmpty();
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> ActKind.of("のぞき見")).hasMessageContaining("のぞき見");
    }

    private static boolean known(String word) {
        try {
            ActKind.of(word);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
