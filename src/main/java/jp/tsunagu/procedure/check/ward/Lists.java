package jp.tsunagu.procedure.check.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.tsunagu.engine.VariableCatalogue;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.ProcedureText;
import jp.tsunagu.procedure.VariableFile;
import jp.tsunagu.procedure.file.ReadOnce;

/** The lists beside the diagrams: those of the procedure itself where it brings them, else the packaged ones. */
final class Lists {

    static final String VARIABLES = ProcedureText.VARIABLES;
    static final String CLAUSES = "processes/clauses.yaml";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, byte[]> PACKAGED = new ConcurrentHashMap<>();

    private static final ReadOnce<Set<String>> CLAUSE_IDS = new ReadOnce<>(list -> {
        try {
            return ids(list);
        } catch (IOException e) {
            return packagedIds();
        }
    });

    private Lists() {}

    static VariableCatalogue variables(ProcedureFiles files) {
        return VariableFile.of(files);
    }

    static Set<String> clauses(ProcedureFiles files) {
        return CLAUSE_IDS.of(content(files, CLAUSES));
    }

    private static Set<String> ids(byte[] list) throws IOException {
        JsonNode sources = YAML.readTree(list).path("sources");
        return StreamSupport.stream(sources.spliterator(), false)
                .flatMap(source -> StreamSupport.stream(source.path("clauses").spliterator(), false))
                .map(clause -> clause.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> packagedIds() {
        try {
            return ids(packaged(CLAUSES));
        } catch (IOException e) {
            throw new UncheckedIOException(CLAUSES + " cannot be read", e);
        }
    }

    private static byte[] content(ProcedureFiles files, String name) {
        return files.content(name).orElseGet(() -> packaged(name));
    }

    private static byte[] packaged(String name) {
        return PACKAGED.computeIfAbsent(name, first -> {
            try (InputStream list = Lists.class.getResourceAsStream("/" + name)) {
                return list.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read", e);
            }
        });
    }
}
