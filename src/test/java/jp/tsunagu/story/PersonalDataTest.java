package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.PackagedForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I-07: what a person told us stands in the case file and nowhere else, however much is written into however many fields. */
class PersonalDataTest extends OfficeStory {

    private static final String WORDS = "秘密の打ち明け話";
    private static final String NAME = "隠岐 澪標";
    private static final String KANA = "おき みおつくし";

    @Autowired
    private Opened opened;

    @Autowired
    private JdbcClient database;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void open() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void close() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void aWholeCaseLeavesNoPersonalDataInTheEngineOrTheLog() throws Exception {
        Map<String, FormSchema> forms = PackagedForms.byKey();
        office.habit(new Talkative(forms, WORDS));
        String number = new LongCase(office).live(NAME, KANA);
        refusedAndHalfDone(office.as("saeki").receives(Answers.named(NAME + "の弟", KANA, "1990-01-01")));

        EngineDump dump = EngineDump.of(database);
        assertThat(dump.size()).as("columns searched").isGreaterThan(500);
        assertThat(told(number)).as("what was told in this case").hasSizeGreaterThan(20);
        Set<String> everythingToldToAnybody = told("%");
        for (String text : everythingToldToAnybody) {
            assertThat(dump.columnsWith(text))
                    .as("columns that hold a text told by somebody")
                    .isEmpty();
        }
        assertThat(logged(WORDS)).isEmpty();
        assertThat(logged("澪標")).isEmpty();
        assertThat(logged("みおつくし")).isEmpty();
        assertThat(database.sql("select count(*) from act_hi_decinst")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Errors are where data leaks: refused values, broken documents, side doors. */
    private void refusedAndHalfDone(String number) {
        Office.Person saeki = office.as("saeki");
        Map<String, Object> full = with(Answers.triage("continueSupport"), "triageReason", WORDS);
        assertThat(saeki.tries(number, "decideTriage", with(full, "triageReason", WORDS.repeat(300)))
                        .status())
                .isEqualTo(400);
        assertThat(saeki.tries(number, "decideTriage", with(full, "triageResult", WORDS))
                        .status())
                .isEqualTo(400);
        assertThat(saeki.tries(number, "decideTriage", with(full, WORDS, WORDS)).status())
                .isEqualTo(400);
        assertThat(saeki.tries(number, "decideTriage", with(full, "triageDecidedOn", WORDS))
                        .status())
                .isEqualTo(400);
        String task = saeki.task(number, "decideTriage").path("id").asText();
        String path = "/engine-rest/task/" + task;
        ObjectNode document = saeki.open(task);
        document.put("form", WORDS);
        assertThat(saeki.trySend(task, document).status()).isEqualTo(400);
        Map<String, Object> variable = Map.of("value", WORDS, "type", "String");
        for (String door : List.of("/submit-form", "/complete", "/variables")) {
            saeki.call(
                    "POST",
                    path + door,
                    Map.of("variables", Map.of("name", variable), "modifications", Map.of("name", variable)));
            saeki.call("POST", path + door, "{\"variables\": " + WORDS);
        }
        saeki.call("POST", path + "/comment/create", Map.of("message", WORDS));
        saeki.call("PUT", path, Map.of("name", WORDS, "description", WORDS));
        saeki.call("POST", path + "/bpmnError", Map.of("errorCode", "x", "errorMessage", WORDS));
        office.logsIn("saeki").call("PUT", "/api/drafts/task/" + task, Map.of("triageReason", WORDS, WORDS, WORDS));
        saeki.call(
                "GET",
                "/engine-rest/task?nameLike="
                        + java.net.URLEncoder.encode(WORDS, java.nio.charset.StandardCharsets.UTF_8),
                null);
    }

    /** Proof that the search above finds what it looks for, in a text column, in bytes and in the log. */
    @Test
    void theSearchFindsWhatIsThere() {
        String planted = "植えられた目印";
        database.sql("insert into act_ge_property (name_, value_, rev_) values ('planted', ?, 1)")
                .param(planted)
                .update();
        database.sql("insert into act_ge_bytearray (id_, rev_, name_, bytes_) values ('planted', 1, 'x', ?)")
                .param(("前" + planted + "後").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
        try {
            assertThat(EngineDump.of(database).columnsWith(planted))
                    .containsExactlyInAnyOrder("act_ge_property.value_", "act_ge_bytearray.bytes_");
        } finally {
            database.sql("delete from act_ge_property where name_ = 'planted'").update();
            database.sql("delete from act_ge_bytearray where id_ = 'planted'").update();
        }
        LoggerFactory.getLogger("test").warn("x", new IllegalStateException("y", new IllegalStateException(planted)));
        assertThat(logged(planted)).hasSize(1);
    }

    private List<String> logged(String text) {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + messages(event.getThrowableProxy()))
                .filter(line -> line.contains(text))
                .toList();
    }

    private static String messages(IThrowableProxy thrown) {
        return thrown == null ? "" : thrown.getMessage() + " " + messages(thrown.getCause());
    }

    /**
     * Every text in the case file, of this case or (with %) of all cases in the database, that is not a word of the
     * procedure itself: choices, dates and phrases that stand in the diagrams and forms are nobody's data.
     */
    private Set<String> told(String number) throws Exception {
        String procedure = PackagedForms.everything();
        Set<String> told = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        for (String data : opened.ask(database -> database.sql(
                        "select d.data::text from form_document d join support_case c on c.id = d.case_id where c.case_number like ?")
                .param(number)
                .query(String.class)
                .list())) {
            texts(json.readTree(data)).forEach(told::add);
        }
        return told.stream()
                .filter(text -> text.strip().length() > 2)
                .filter(text -> text.chars().anyMatch(c -> c > 0x3000))
                .filter(text -> !procedure.contains(text))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        return java.util.stream.StreamSupport.stream(node.spliterator(), false)
                .map(PersonalDataTest::texts)
                .flatMap(Function.identity());
    }
}
