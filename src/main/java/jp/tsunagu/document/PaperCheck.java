package jp.tsunagu.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.document.PaperTags.Tag;
import jp.tsunagu.form.FormSchema;

/** What is wrong with a paper that somebody edits, before anybody prints it. */
public final class PaperCheck {

    private static final String STYLE = "paper.css";

    /** A value within the name of a style, an address or a picture could be anything. */
    private static final Pattern IN_STYLE =
            Pattern.compile("(?is)\\b(style|src|href)\\s*=\\s*(\"[^\"]*\\{\\{|'[^']*\\{\\{)");

    /** What every paper says of itself (I-14): whether it is to be handled in confidence, whose case it is, what could not be printed. */
    private static final Set<String> OF_THE_HEAD = Set.of("restricted", "caseNumber", "missing");

    /** More of one file nobody reads. */
    static final int MOST_SLIPS = 50;

    private PaperCheck() {}

    /** What kind of thing is wrong. */
    public enum Kind {
        /** It is not closed, or cannot be read. */
        STRUCTURE,
        /** It names what it is not given. */
        FIELD,
        /** It could run something, or fetch something from elsewhere. */
        OUTSIDE
    }

    /**
     * Something that is wrong.
     *
     * @param file its name without folder
     * @param line from 1
     * @param message what it is and what to do, in Japanese
     */
    public record Slip(Kind kind, String file, int line, String message) {}

    /**
     * All that is wrong with the papers of a procedure, with the pieces they share and with their style.
     *
     * @param files name without folder → content
     * @param forms the forms of the same procedure by their keys
     */
    public static List<Slip> of(Map<String, String> files, Map<String, FormSchema> forms) {
        List<Slip> slips = new ArrayList<>();
        files.forEach((name, text) -> slips.addAll(of(name, files, forms)));
        return slips;
    }

    /** The same of one file. */
    public static List<Slip> of(String name, Map<String, String> files, Map<String, FormSchema> forms) {
        String text = files.getOrDefault(name, "");
        if (name.equals(STYLE)) {
            return PaperMarkup.ofStyle(name, text);
        }
        boolean paper = name.startsWith("paper-");
        List<Slip> slips = new ArrayList<>(PaperTags.slips(name, text));
        slips.addAll(PaperMarkup.slips(name, PaperTags.without(text), !paper));
        LineNumbers lines = new LineNumbers(text);
        IN_STYLE.matcher(text)
                .results()
                .forEach(found -> slips.add(new Slip(
                        Kind.OUTSIDE, name, lines.of(found.start()), "書式（style）の中に項目は入れられません。class を使い分けてください。")));
        slips.addAll(pieces(name, text, files));
        if (paper && slips.stream().noneMatch(slip -> slip.kind() == Kind.STRUCTURE)) {
            slips.addAll(ofPaper(name, text, files, forms));
        }
        return slips.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Slip::line))
                .limit(MOST_SLIPS)
                .toList();
    }

    /** The papers on which a file shows: the paper itself, those that a piece is part of, all for the style. */
    public static List<String> showing(String name, Map<String, String> files) {
        return files.keySet().stream()
                .filter(paper -> paper.startsWith("paper-"))
                .filter(paper -> paper.equals(name)
                        || name.equals(STYLE)
                        || PaperTags.of(files.get(paper)).stream()
                                .filter(tag -> tag.kind() == '>')
                                .anyMatch(tag -> reached(tag.name(), files, new HashSet<>())
                                        .contains(name)))
                .toList();
    }

    private static List<Slip> pieces(String name, String text, Map<String, String> files) {
        return called(text).values().stream()
                .flatMap(tag -> piece(name, tag, files))
                .toList();
    }

    /** Piece → where it is called first. */
    private static Map<String, Tag> called(String text) {
        return PaperTags.of(text).stream()
                .filter(tag -> tag.kind() == '>')
                .collect(Collectors.toMap(Tag::name, tag -> tag, (first, second) -> first, TreeMap::new));
    }

    private static Stream<Slip> piece(String name, Tag tag, Map<String, String> files) {
        String piece = "paper." + tag.name() + ".html";
        if (!files.containsKey(piece)) {
            return Stream.of(
                    new Slip(Kind.STRUCTURE, name, tag.line(), "部品「" + tag.name() + "」（" + piece + "）がありません。"));
        }
        return reached(tag.name(), files, new HashSet<>()).contains(name)
                ? Stream.of(new Slip(Kind.STRUCTURE, name, tag.line(), "部品「" + tag.name() + "」が自分自身を呼び出しています。"))
                : Stream.empty();
    }

    /** The pieces that a piece calls, with itself. */
    private static Set<String> reached(String piece, Map<String, String> files, Set<String> seen) {
        String file = "paper." + piece + ".html";
        if (seen.add(file)) {
            PaperTags.of(files.getOrDefault(file, "")).stream()
                    .filter(tag -> tag.kind() == '>')
                    .forEach(tag -> reached(tag.name(), files, seen));
        }
        return seen;
    }

    private static List<Slip> ofPaper(
            String name, String text, Map<String, String> files, Map<String, FormSchema> forms) {
        List<Slip> slips = new ArrayList<>(PaperHead.slips(name, text, forms));
        Map<String, List<String>> head = PaperTemplate.head(text);
        Set<String> known = PaperNames.all(head, forms);
        Set<String> named = new HashSet<>();
        PaperTags.of(text).stream().filter(Tag::isName).forEach(tag -> {
            named.add(tag.name());
            unknown(tag.name(), known)
                    .map(field -> new Slip(
                            Kind.FIELD,
                            name,
                            tag.line(),
                            "項目「" + field + "」は、この様式の入力フォーム（" + String.join("、", head.getOrDefault("forms", List.of()))
                                    + "）にありません。名前を確かめるか、右の一覧から選び直してください。"))
                    .forEach(slips::add);
        });
        called(text).values().forEach(tag -> {
            for (String piece : reached(tag.name(), files, new TreeSet<>())) {
                Set<String> inside = PaperTags.of(files.getOrDefault(piece, "")).stream()
                        .filter(Tag::isName)
                        .map(Tag::name)
                        .collect(Collectors.toCollection(TreeSet::new));
                named.addAll(inside);
                inside.stream()
                        .flatMap(field -> unknown(field, known))
                        .map(field -> new Slip(
                                Kind.FIELD, name, tag.line(), "部品 " + piece + " の中の項目「" + field + "」は、この様式にはありません。"))
                        .forEach(slips::add);
            }
        });
        if (!named.containsAll(OF_THE_HEAD)) {
            slips.add(new Slip(
                    Kind.STRUCTURE, name, 1, "様式の頭（{{>head}}）がありません。取扱注意のしるし、ケース番号、印刷できない文字の知らせは、どの様式にも必要です。"));
        }
        return slips;
    }

    private static Stream<String> unknown(String name, Set<String> known) {
        return Stream.of(name.replaceFirst("\\.options$", "")).filter(field -> !known.contains(field));
    }
}
