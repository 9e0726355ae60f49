package jp.tsunagu.procedure;

import java.io.ByteArrayInputStream;
import java.util.List;
import jp.tsunagu.engine.ProcedureSets.Part;
import jp.tsunagu.form.FormSchema;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * One file of a procedure and the keys it defines.
 *
 * @param part what kind of thing it is
 * @param keys process, decision or form ids; of a text its name
 */
record ProcedureFile(Part part, List<String> keys) {

    /**
     * Reads the keys out of a file.
     *
     * @throws IllegalArgumentException if it is no file of a procedure
     */
    static ProcedureFile of(String name, byte[] content) {
        if (ProcedureText.isOne(name)) {
            return new ProcedureFile(Part.TEXT, List.of(name));
        }
        ByteArrayInputStream file = new ByteArrayInputStream(content);
        if (name.endsWith(".bpmn")) {
            return new ProcedureFile(
                    Part.PROCESS,
                    Bpmn.readModelFromStream(file).getModelElementsByType(Process.class).stream()
                            .filter(Process::isExecutable)
                            .map(Process::getId)
                            .toList());
        }
        if (name.endsWith(".dmn")) {
            return new ProcedureFile(
                    Part.DECISION,
                    Dmn.readModelFromStream(file).getModelElementsByType(Decision.class).stream()
                            .map(Decision::getId)
                            .toList());
        }
        if (name.endsWith(".form")) {
            return new ProcedureFile(Part.FORM, List.of(FormSchema.read(file, 0).key()));
        }
        throw new IllegalArgumentException("手続のファイルではありません: " + name);
    }
}
