package jp.tsunagu.procedure.file;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads forms. */
public final class JsonFile {

    private static final ObjectMapper JSON = mapper();

    private static final Reading<JsonNode> FILES = new Reading<>(JsonFile::parse);

    private JsonFile() {}

    /**
     * Nobody changes what this answers.
     *
     * @throws UnreadableFileException if it is no JSON object, too large or nested too deep
     */
    public static JsonNode read(byte[] content) throws UnreadableFileException {
        return FILES.of(content);
    }

    private static JsonNode parse(byte[] content) throws UnreadableFileException {
        try {
            JsonNode json = JSON.readTree(content);
            if (json == null || !json.isObject()) {
                throw new UnreadableFileException("入力フォームではありません。", null);
            }
            return json;
        } catch (IOException e) {
            throw new UnreadableFileException("入力フォームとして読めません。書きかけか、壊れています。", e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(XmlFile.DEEPEST)
                        .build());
        return mapper;
    }
}
