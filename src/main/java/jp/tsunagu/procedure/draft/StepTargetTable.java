package jp.tsunagu.procedure.draft;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import jp.tsunagu.procedure.file.UnreadableFileException;
import jp.tsunagu.procedure.file.XmlFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * 手順の期限 ({@code processes/step-target.dmn}): the rows of the steps, read and written one by one. The other lines
 * of the file stay as they are (but for the order of attributes), so that a comparison shows the row and nothing else.
 */
final class StepTargetTable {

    static final String FILE = "processes/step-target.dmn";

    private static final String STEP = "step";
    private static final String ROW_INDENT = "\n      ";
    private static final String CELL_INDENT = "\n        ";

    private final Document document;
    private final Element table;
    private final List<String> columns;
    private final int stepColumn;

    private StepTargetTable(Document document) {
        this.document = document;
        table = (Element) document.getElementsByTagNameNS("*", "decisionTable").item(0);
        columns = table == null
                ? List.of()
                : children(table, "output").stream()
                        .map(output -> output.getAttribute("name"))
                        .toList();
        stepColumn = table == null
                ? -1
                : children(table, "input").stream()
                        .map(input -> input.getTextContent().strip())
                        .toList()
                        .indexOf(STEP);
    }

    /** Empty if the draft's table cannot be read, or asks for no step any more. */
    static Optional<StepTargetTable> read(byte[] content) {
        try {
            StepTargetTable read = new StepTargetTable(XmlFile.document(content));
            return read.stepColumn >= 0 && read.columns.containsAll(StepTargetRow.COLUMNS)
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    /** Step → its row. Where a municipality has one of its own beside the one for all, the first. */
    Map<String, StepTargetRow> rows() {
        Map<String, StepTargetRow> rows = new LinkedHashMap<>();
        children(table, "rule").forEach(rule -> rows.putIfAbsent(stepOf(rule), row(rule)));
        return rows;
    }

    /** Writes the row of a step; a step without one gets it at the end. */
    void put(String step, StepTargetRow row) {
        Element rule = children(table, "rule").stream()
                .filter(one -> stepOf(one).equals(step))
                .findFirst()
                .orElseGet(() -> add(step));
        Map<String, String> cells = row.cells();
        List<Element> entries = children(rule, "outputEntry");
        for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
            if (cells.containsKey(columns.get(i))) {
                text(entries.get(i)).setTextContent(cells.get(columns.get(i)));
            }
        }
    }

    byte[] content() {
        try {
            document.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private Element add(String step) {
        Element rule = element(table, "rule", "stepTargetRule_" + step);
        element(rule, "description", null).setTextContent("手続の図から書いた行");
        int inputs = children(table, "input").size();
        for (int i = 0; i < inputs; i++) {
            text(element(rule, "inputEntry", rule.getAttribute("id") + "Input" + (i + 1)))
                    .setTextContent(i == stepColumn ? quoted(step) : "");
        }
        for (int i = 0; i < columns.size(); i++) {
            text(element(rule, "outputEntry", rule.getAttribute("id") + "Output" + (i + 1)));
        }
        rule.appendChild(document.createTextNode(ROW_INDENT));
        return rule;
    }

    /** A new last child, on a line of its own. */
    private Element element(Element parent, String name, String id) {
        String prefix = table.getPrefix() == null ? "" : table.getPrefix() + ":";
        Element made = document.createElementNS(table.getNamespaceURI(), prefix + name);
        if (id != null) {
            made.setAttribute("id", id);
        }
        Node last = parent.getLastChild();
        Node closing = last != null && last.getNodeType() == Node.TEXT_NODE ? last : null;
        parent.insertBefore(document.createTextNode(parent == table ? ROW_INDENT : CELL_INDENT), closing);
        parent.insertBefore(made, closing);
        return made;
    }

    private Element text(Element entry) {
        List<Element> texts = children(entry, "text");
        if (!texts.isEmpty()) {
            return texts.get(0);
        }
        String prefix = table.getPrefix() == null ? "" : table.getPrefix() + ":";
        return (Element) entry.appendChild(document.createElementNS(table.getNamespaceURI(), prefix + "text"));
    }

    private String stepOf(Element rule) {
        List<Element> entries = children(rule, "inputEntry");
        return stepColumn < entries.size() ? unquoted(entries.get(stepColumn)) : "";
    }

    private StepTargetRow row(Element rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Element> entries = children(rule, "outputEntry");
        for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
            cells.put(columns.get(i), unquoted(entries.get(i)));
        }
        return StepTargetRow.of(cells);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String unquoted(Element entry) {
        return entry.getTextContent().strip().replace("\"", "");
    }
}
