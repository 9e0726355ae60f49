package jp.tsunagu.procedure.check.ward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlElement;
import jp.tsunagu.procedure.file.XmlFile;

/** The decision tables of a procedure as far as they can be read. */
final class Tables {

    private Tables() {}

    /** One decision and the file it stands in. */
    record Table(String file, XmlElement decision) {

        String id() {
            return decision.id();
        }

        String title() {
            return "「" + decision.attribute("name") + "」";
        }
    }

    static List<Table> of(ProcedureFiles files) {
        List<Table> tables = new ArrayList<>();
        files.ending(".dmn")
                .forEach((name, content) ->
                        decisions(content).forEach(decision -> tables.add(new Table(name, decision))));
        return tables;
    }

    private static Stream<XmlElement> decisions(byte[] content) {
        try {
            return XmlFile.read(content).children("decision");
        } catch (UnreadableFileException e) {
            // readable-file says so
            return Stream.empty();
        }
    }
}
