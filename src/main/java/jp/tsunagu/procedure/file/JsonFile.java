package jp.tsunagu.procedure.file;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads forms. */
public final class JsonFile {

    private static final ObjectMapper JSON = mapper();

    private JsonFile() {}

    /** @throws UnreadableFileException if it is no JSON object, or nested too deep */
    public static JsonNode read(byte[] content) throws UnreadableFileException {
        JsonNode json;
        try {
            json = JSON.readTree(content);
        } catch (IOException e) {
            throw new UnreadableFileException("入力フォームとして読めません。書きかけか、壊れています。", e);
        }
        if (json == null || !json.isObject()) {
            throw new UnreadableFileException("入力フォームではありません。", null);
        }
        return json;
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
