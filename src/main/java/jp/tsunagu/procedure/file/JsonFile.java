package jp.tsunagu.procedure.file;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads forms. */
public final class JsonFile {

    private static final ObjectMapper JSON = mapper();

    private static final ReadOnce<Object> FILES = new ReadOnce<>(JsonFile::parse);

    private JsonFile() {}

    /**
     * Nobody changes what this answers.
     *
     * @throws UnreadableFileException if it is no JSON object, or nested too deep
     */
    public static JsonNode read(byte[] content) throws UnreadableFileException {
        LargestFile.check(content);
        Object known = FILES.of(content);
        if (known instanceof UnreadableFileException failure) {
            throw failure;
        }
        return (JsonNode) known;
    }

    private static Object parse(byte[] content) {
        try {
            JsonNode json = JSON.readTree(content);
            return json != null && json.isObject() ? json : new UnreadableFileException("入力フォームではありません。", null);
        } catch (IOException e) {
            return new UnreadableFileException("入力フォームとして読めません。書きかけか、壊れています。", e);
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
