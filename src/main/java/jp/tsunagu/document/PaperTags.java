package jp.tsunagu.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.document.PaperCheck.Kind;
import jp.tsunagu.document.PaperCheck.Slip;
import jp.tsunagu.form.Remembered;

/** The places of a template, each at its line. */
final class PaperTags {

    /** No two ways to read the same text: a template that somebody sends must not keep the server thinking. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\{?)([^{}]*+)(\\}?)\\}\\}");

    private static final String KINDS = "#^/>&!=";

    /** Texts are small and are looked at by several rules; what is larger is read each time. */
    private static final Remembered<String, List<Tag>> KNOWN = new Remembered<>(200);

    private static final int LARGEST_KNOWN = 30_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.options)?");

    private PaperTags() {}

    /**
     * A place.
     *
     * @param kind {@code #}, {@code ^}, {@code /}, {@code >}, {@code &}, {@code =}; a blank for a value
     * @param plain whether its value would be written without being escaped
     */
    record Tag(int line, char kind, String name, boolean plain) {

        boolean isName() {
            return kind == ' ' || kind == '#' || kind == '^' || kind == '&';
        }
    }

    static List<Tag> of(String text) {
        return text.length() > LARGEST_KNOWN ? read(text) : KNOWN.of(text, PaperTags::read);
    }

    private static List<Tag> read(String text) {
        LineNumbers lines = new LineNumbers(text);
        List<Tag> tags = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String said = place.group(2).strip();
            char kind = said.isEmpty() || KINDS.indexOf(said.charAt(0)) < 0 ? ' ' : said.charAt(0);
            if (kind != '!') {
                boolean plain = kind == '&' || !place.group(1).isEmpty();
                String name = kind == ' ' ? said : said.substring(1).strip();
                tags.add(new Tag(lines.of(place.start()), kind, name, plain));
            }
        }
        return List.copyOf(tags);
    }

    /** The text without its places; every line stays the line it is. */
    static String without(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> "\n".repeat((int)
                        place.group().chars().filter(c -> c == '\n').count()));
    }

    /** Sections that are not closed, and what cannot be written in a paper. */
    static List<Slip> slips(String file, String text) {
        List<Slip> slips = new ArrayList<>();
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag tag : of(text)) {
            switch (tag.kind()) {
                case '#', '^' -> open.push(tag);
                case '/' -> close(file, tag, open, slips);
                case '=' -> slips.add(slip(file, tag, "区切りの記号は変えられません。{{ }} のままにしてください。"));
                default -> unescaped(file, tag, slips);
            }
            if (tag.kind() != '=' && !NAME.matcher(tag.name()).matches()) {
                slips.add(slip(file, tag, "「{{" + tag.name() + "}}」は項目の名前として読めません。右の一覧から選んで入れてください。"));
            }
        }
        open.forEach(tag -> slips.add(slip(
                file, tag, "「{{" + tag.kind() + tag.name() + "}}」が閉じられていません。終わりに {{/" + tag.name() + "}} を書いてください。")));
        inComments(file, text, slips);
        String rest = without(text);
        int left = Math.max(rest.indexOf("{{"), rest.indexOf("}}"));
        if (left >= 0) {
            slips.add(new Slip(
                    Kind.STRUCTURE, file, new LineNumbers(rest).of(left), "{{ と }} の数が合いません。片方だけになっていないか確かめてください。"));
        }
        return slips;
    }

    /** What stands in a comment is not printed: the head would seem to be there, and would not be. */
    private static void inComments(String file, String text, List<Slip> slips) {
        int place = text.indexOf("{{");
        int begin = text.indexOf("<!--");
        while (begin >= 0 && place >= 0) {
            int end = text.indexOf("-->", begin);
            int after = end < 0 ? text.length() : end;
            place = place < begin ? text.indexOf("{{", begin) : place;
            if (place >= 0 && place < after) {
                slips.add(new Slip(
                        Kind.STRUCTURE, file, new LineNumbers(text).of(place), "注釈（<!-- -->）の中に {{ }} は書けません。"));
                return;
            }
            begin = end < 0 ? -1 : text.indexOf("<!--", end);
        }
    }

    private static void close(String file, Tag tag, Deque<Tag> open, List<Slip> slips) {
        if (open.isEmpty()) {
            slips.add(slip(file, tag, "「{{/" + tag.name() + "}}」の始まりがありません。"));
            return;
        }
        Tag begun = open.pop();
        if (!begun.name().equals(tag.name())) {
            slips.add(slip(
                    file,
                    tag,
                    "「{{/" + tag.name() + "}}」の前に、" + begun.line() + "行目の「{{" + begun.kind() + begun.name()
                            + "}}」を閉じてください。"));
        }
    }

    /** An answer must never become part of the page itself. */
    private static void unescaped(String file, Tag tag, List<Slip> slips) {
        if (tag.plain() && !tag.name().equals("style")) {
            slips.add(new Slip(
                    Kind.OUTSIDE,
                    file,
                    tag.line(),
                    "「" + tag.name() + "」を {{{ }}} や {{& }} で書くと、入力された文字がそのまま様式の一部になります。{{" + tag.name()
                            + "}} と書いてください。"));
        }
    }

    private static Slip slip(String file, Tag tag, String message) {
        return new Slip(Kind.STRUCTURE, file, tag.line(), message);
    }
}
