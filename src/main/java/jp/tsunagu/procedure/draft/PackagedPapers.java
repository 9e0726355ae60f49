package jp.tsunagu.procedure.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 様式の雛形: the papers that ship with the program. They are listed; they are changed with the program. */
@Component
class PackagedPapers {

    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern NUMBERED = Pattern.compile("paper-(\\d.*)\\.html");

    private final List<Paper> papers;

    /**
     * A paper.
     *
     * @param id as its blank is printed under {@code /api/papers}
     */
    record Paper(String id, String title) {}

    PackagedPapers() throws IOException {
        Map<String, Paper> found = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:forms/paper-*.html")) {
            Matcher name = NUMBERED.matcher(Objects.requireNonNull(resource.getFilename()));
            if (name.matches()) {
                found.put(name.group(1), new Paper(name.group(1), title(resource, name.group(1))));
            }
        }
        papers = List.copyOf(found.values());
    }

    List<Paper> all() {
        return papers;
    }

    private static String title(Resource resource, String otherwise) {
        try {
            Matcher title = TITLE.matcher(resource.getContentAsString(StandardCharsets.UTF_8));
            return title.find() ? title.group(1) : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
