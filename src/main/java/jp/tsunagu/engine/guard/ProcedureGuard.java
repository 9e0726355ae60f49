package jp.tsunagu.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says of a file what of it may not be in a procedure, whichever way it comes. */
public final class ProcedureGuard {

    /** Bytes; the largest packaged diagram has 220,000. */
    private static final int LARGEST = 2_000_000;

    /** Of one file no more is told: whoever drew it mends these first. */
    private static final int MOST_TOLD = 20;

    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9_.-]*/)*[A-Za-z0-9][A-Za-z0-9_.-]*");

    private final Supplier<AllowedParts> parts;

    public ProcedureGuard(Supplier<AllowedParts> parts) {
        this.parts = parts;
    }

    /** Empty if the engine may take it. Whether it makes sense is a matter of other checks. */
    public List<Refused> of(String file, byte[] content) {
        try {
            if (!NAME.matcher(file).matches()) {
                throw new IllegalArgumentException("ファイルの名前に使えるのは、英数字と「-」「_」「.」です。");
            }
            if (content.length > LARGEST) {
                throw new IllegalArgumentException("ファイルが大きすぎます（2MBまで）。");
            }
            return byKind(file, content).stream().distinct().limit(MOST_TOLD).toList();
        } catch (IllegalArgumentException e) {
            return List.of(Refused.ofFile(e.getMessage()));
        } catch (StackOverflowError e) {
            return List.of(Refused.ofFile("要素や式の入れ子が深すぎます。"));
        }
    }

    /**
     * The same for what was deployed before, by an older program perhaps, and has cases running: no program of its own. A part
     * that is no more is missed when a case comes to it, and only then; a form is asked for by people who wait.
     */
    public List<Refused> ofDeployed(String file, byte[] content) {
        return file.endsWith(".form")
                ? List.of()
                : new ProcedureGuard(() -> parts.get().notClosed()).of(file, content);
    }

    private List<Refused> byKind(String file, byte[] content) {
        if (file.endsWith(".bpmn")) {
            return ofXml(content, new DiagramRule(parts.get())::of);
        }
        if (file.endsWith(".dmn")) {
            return ofXml(content, new TableRule(parts.get())::of);
        }
        if (file.endsWith(".form")) {
            return FormRule.of(content);
        }
        throw new IllegalArgumentException("手続のファイルではありません。図（.bpmn）、判定表（.dmn）、入力フォーム（.form）だけを扱います。");
    }

    private static List<Refused> ofXml(byte[] content, Function<XmlPart, Stream<Refused>> rule) {
        List<Refused> refused = new ArrayList<>();
        XmlReading.through(content, part -> rule.apply(part).forEach(refused::add));
        return refused;
    }
}
