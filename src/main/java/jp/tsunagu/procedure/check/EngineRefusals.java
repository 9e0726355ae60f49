package jp.tsunagu.procedure.check;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.engine.DiagramParsing;
import jp.tsunagu.engine.DiagramParsing.Problem;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.LargestFile;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;
import org.springframework.stereotype.Component;

/** What the engine would refuse at deployment, found before anybody tries: by its own parser, and without deploying. */
@Component
public class EngineRefusals implements Check {

    /** Its page of explanation. */
    public static final String RULE = "engine";

    private final DiagramParsing parsing;
    private final Kept<Sent, Look> looks = new Kept<>(400);

    /** What is found in one file, and the keys it defines. */
    private record Look(List<Finding> findings, List<String> keys) {}

    private record Sent(String file, ByteBuffer content) {}

    public EngineRefusals(DiagramParsing parsing) {
        this.parsing = parsing;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        files.contents().forEach((file, content) -> {
            Look look = looks.of(new Sent(file, ByteBuffer.wrap(content)), this::look);
            findings.addAll(look.findings());
            look.keys().forEach(key -> once(keys, file, key, findings));
        });
        return findings;
    }

    private Look look(Sent sent) {
        Look look = new Look(new ArrayList<>(), new ArrayList<>());
        String file = sent.file();
        byte[] content = sent.content().array();
        if (file.endsWith(".form")) {
            return form(file, content);
        }
        if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
            XmlElement xml = tree(file, content, look.findings());
            if (xml != null) {
                boolean diagram = file.endsWith(".bpmn");
                say(file, diagram ? parsing.ofDiagram(file, content) : parsing.ofTable(content), look.findings());
                keys(file, xml, diagram ? "process" : "decision", look);
            }
        }
        return look;
    }

    private static XmlElement tree(String file, byte[] content, List<Finding> findings) {
        try {
            return XmlFile.read(content);
        } catch (UnreadableFileException e) {
            findings.add(Finding.error(RULE, file, null, e.getMessage()));
            return null;
        }
    }

    private static void say(String file, List<Problem> problems, List<Finding> findings) {
        for (Problem problem : problems) {
            String place = problem.line() > 0 ? "（" + problem.line() + "行目）" : "";
            findings.add(
                    problem.refused()
                            ? Finding.error(
                                    RULE, file, problem.element(), "エンジンが受け付けません" + place + "：" + problem.message())
                            : Finding.warning(
                                    RULE, file, problem.element(), "エンジンの注意" + place + "：" + problem.message()));
        }
    }

    private static void keys(String file, XmlElement xml, String kind, Look look) {
        xml.walk()
                .filter(defined -> defined.name().equals(kind))
                .filter(defined -> !kind.equals("process")
                        || defined.attribute("isExecutable").equals("true"))
                .forEach(defined -> look.keys().add(kind + " " + defined.id()));
        if (look.keys().isEmpty() && kind.equals("process")) {
            look.findings().add(Finding.error(RULE, file, null, "実行できる手続（isExecutable）が、この図にありません。"));
        }
    }

    /** Two files with the same key would undo each other. */
    private static void once(Map<String, String> keys, String file, String key, List<Finding> findings) {
        String other = keys.putIfAbsent(key, file);
        if (other != null) {
            String id = key.substring(key.indexOf(' ') + 1);
            findings.add(Finding.error(RULE, file, id, "同じid「" + id + "」が " + other + " にもあります。どちらかを変えてください。"));
        }
    }

    private static Look form(String file, byte[] content) {
        try {
            LargestFile.check(content);
            String key = FormSchema.read(new ByteArrayInputStream(content), 0).key();
            return new Look(List.of(), List.of("form " + key));
        } catch (UnreadableFileException e) {
            return new Look(List.of(Finding.error(RULE, file, null, e.getMessage())), List.of());
        } catch (RuntimeException | StackOverflowError e) {
            // a form may be broken in any way: in its JSON, in a condition, or nested without end
            return new Look(List.of(Finding.error(RULE, file, null, "入力フォームとして読めません：" + why(e))), List.of());
        }
    }

    private static String why(Throwable broken) {
        return broken instanceof IllegalArgumentException ? broken.getMessage() : "式または項目が正しくありません。";
    }
}
