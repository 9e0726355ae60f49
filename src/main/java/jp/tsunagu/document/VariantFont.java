package jp.tsunagu.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A TrueType font in which a character with a variation selector (葛󠄀: 葛 and U+E0100) has a code of its own. Names are written with
 * them, and what makes PDFs here knows only single codes: it would print the ordinary form of the character and a mark beside it.
 *
 * @param file the font, its table of characters extended
 * <p>And each drawing has one code only: that of 日 is in the font a second time as a radical (⽇), and whoever searched or copied
 * from the PDF would get the radical.
 *
 * @param variants for two characters the one to print, of a private area of Unicode, or the character itself where the
 *     ordinary form is the one that is meant; for a second code of a drawing the first
 * @param characters every character the font can print
 */
record VariantFont(byte[] file, Map<String, Integer> variants, Set<Integer> characters) {

    /** Plane 15, which Unicode leaves to everybody's own use. */
    private static final int FIRST_OWN_CODE = 0xF0000;

    private static final int DIRECTORY_ENTRY = 16;
    private static final int BY_GROUPS = 12;
    private static final int VARIATION_SEQUENCES = 14;

    private record Table(String tag, int checksum, byte[] content) {}

    /**
     * Reads a font.
     *
     * @throws IllegalArgumentException if it is no TrueType font with a full table of characters
     */
    static VariantFont of(byte[] font) {
        List<Table> tables = tables(ByteBuffer.wrap(font));
        byte[] cmap = cmapOf(tables);
        TreeMap<Integer, Integer> glyphs = glyphs(ByteBuffer.wrap(cmap));
        Set<Integer> characters = Set.copyOf(glyphs.keySet());
        Map<String, Integer> variants = secondCodes(glyphs);
        variants.forEach((second, first) -> glyphs.remove(second.codePointAt(0)));
        ordinary(ByteBuffer.wrap(cmap), variants);
        int ordinary = variants.size();
        variantGlyphs(ByteBuffer.wrap(cmap)).forEach((sequence, glyph) -> {
            int code = FIRST_OWN_CODE + variants.size() - ordinary;
            variants.put(sequence, code);
            glyphs.put(code, glyph);
        });
        return new VariantFont(file(tables, cmap(glyphs)), Map.copyOf(variants), characters);
    }

    /** Every character a font can print. */
    static Set<Integer> charactersOf(byte[] font) {
        return Set.copyOf(
                glyphs(ByteBuffer.wrap(cmapOf(tables(ByteBuffer.wrap(font))))).keySet());
    }

    private static byte[] cmapOf(List<Table> tables) {
        return tables.stream()
                .filter(table -> table.tag().equals("cmap"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of characters"))
                .content();
    }

    private static List<Table> tables(ByteBuffer font) {
        List<Table> tables = new ArrayList<>();
        int count = font.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = BY_GROUPS + DIRECTORY_ENTRY * i;
            byte[] tag = new byte[4];
            font.position(entry).get(tag);
            byte[] content = new byte[font.getInt(entry + 12)];
            font.position(font.getInt(entry + 8)).get(content);
            tables.add(new Table(new String(tag, StandardCharsets.US_ASCII), font.getInt(entry + 4), content));
        }
        return tables;
    }

    private static TreeMap<Integer, Integer> glyphs(ByteBuffer cmap) {
        int table = subtable(cmap, BY_GROUPS);
        TreeMap<Integer, Integer> glyphs = new TreeMap<>();
        int groups = cmap.getInt(table + 12);
        for (int i = 0; i < groups; i++) {
            int group = table + 16 + 12 * i;
            int first = cmap.getInt(group);
            int last = cmap.getInt(group + 4);
            int glyph = cmap.getInt(group + 8);
            for (int code = first; code <= last; code++) {
                glyphs.put(code, glyph + code - first);
            }
        }
        return glyphs;
    }

    private static Map<String, Integer> variantGlyphs(ByteBuffer cmap) {
        int table = subtable(cmap, VARIATION_SEQUENCES);
        Map<String, Integer> glyphs = new LinkedHashMap<>();
        int selectors = cmap.getInt(table + 6);
        for (int i = 0; i < selectors; i++) {
            int record = table + 10 + 11 * i;
            int selector = threeBytes(cmap, record);
            int others = cmap.getInt(record + 7);
            int count = others == 0 ? 0 : cmap.getInt(table + others);
            for (int j = 0; j < count; j++) {
                int mapping = table + others + 4 + 5 * j;
                glyphs.put(sequence(threeBytes(cmap, mapping), selector), cmap.getShort(mapping + 3) & 0xFFFF);
            }
        }
        return glyphs;
    }

    private static Map<String, Integer> secondCodes(Map<Integer, Integer> glyphs) {
        Map<Integer, Integer> firstOfGlyph = new HashMap<>();
        glyphs.forEach((code, glyph) -> firstOfGlyph.merge(glyph, code, VariantFont::moreUsual));
        Map<String, Integer> second = new LinkedHashMap<>();
        glyphs.forEach((code, glyph) -> {
            int first = firstOfGlyph.get(glyph);
            if (first != code) {
                second.put(Character.toString(code), first);
            }
        });
        return second;
    }

    /** Kana, Japanese signs and ideographs before radicals and other second homes. */
    private static int moreUsual(int one, int other) {
        return isUsual(one) || !isUsual(other) ? one : other;
    }

    private static boolean isUsual(int code) {
        return code < 0x2000 || code >= 0x3000 && code <= 0x30FF || code >= 0x4E00 && code <= 0x9FFF;
    }

    /** The sequences that mean nothing but the ordinary form. */
    private static void ordinary(ByteBuffer cmap, Map<String, Integer> variants) {
        int table = subtable(cmap, VARIATION_SEQUENCES);
        int selectors = cmap.getInt(table + 6);
        for (int i = 0; i < selectors; i++) {
            int record = table + 10 + 11 * i;
            int selector = threeBytes(cmap, record);
            int ranges = cmap.getInt(record + 3);
            int count = ranges == 0 ? 0 : cmap.getInt(table + ranges);
            for (int j = 0; j < count; j++) {
                int range = table + ranges + 4 + 4 * j;
                int first = threeBytes(cmap, range);
                for (int code = first; code <= first + (cmap.get(range + 3) & 0xFF); code++) {
                    variants.put(sequence(code, selector), code);
                }
            }
        }
    }

    private static String sequence(int character, int selector) {
        return Character.toString(character) + Character.toString(selector);
    }

    private static int subtable(ByteBuffer cmap, int format) {
        int count = cmap.getShort(2);
        for (int i = 0; i < count; i++) {
            int table = cmap.getInt(4 + 8 * i + 4);
            if (cmap.getShort(table) == format) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table of characters in format " + format);
    }

    private static int threeBytes(ByteBuffer bytes, int at) {
        return (bytes.getShort(at) & 0xFFFF) << 8 | bytes.get(at + 2) & 0xFF;
    }

    /** One table in groups, named for Unicode and for Windows: readers take either. */
    private static byte[] cmap(TreeMap<Integer, Integer> glyphs) {
        List<int[]> groups = new ArrayList<>();
        glyphs.forEach((code, glyph) -> {
            int[] last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && code == last[1] + 1 && glyph == last[2] + code - last[0]) {
                last[1] = code;
            } else {
                groups.add(new int[] {code, code, glyph});
            }
        });
        int length = 16 + 12 * groups.size();
        int start = 4 + 2 * 8;
        ByteBuffer cmap = ByteBuffer.allocate(start + length);
        cmap.putShort((short) 0).putShort((short) 2);
        cmap.putShort((short) 0).putShort((short) 4).putInt(start);
        cmap.putShort((short) 3).putShort((short) 10).putInt(start);
        cmap.putShort((short) BY_GROUPS)
                .putShort((short) 0)
                .putInt(length)
                .putInt(0)
                .putInt(groups.size());
        groups.forEach(group -> cmap.putInt(group[0]).putInt(group[1]).putInt(group[2]));
        return cmap.array();
    }

    private static byte[] file(List<Table> tables, byte[] cmap) {
        List<Table> all = tables.stream()
                .map(table -> table.tag().equals("cmap") ? new Table("cmap", checksum(cmap), cmap) : table)
                .toList();
        int at = BY_GROUPS + DIRECTORY_ENTRY * all.size();
        int length = at
                + all.stream().mapToInt(table -> padded(table.content().length)).sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        int log = 31 - Integer.numberOfLeadingZeros(all.size());
        file.putInt(0x00010000)
                .putShort((short) all.size())
                .putShort((short) (DIRECTORY_ENTRY << log))
                .putShort((short) log)
                .putShort((short) (DIRECTORY_ENTRY * all.size() - (DIRECTORY_ENTRY << log)));
        for (Table table : all) {
            file.put(table.tag().getBytes(StandardCharsets.US_ASCII))
                    .putInt(table.checksum())
                    .putInt(at)
                    .putInt(table.content().length);
            at += padded(table.content().length);
        }
        for (Table table : all) {
            file.put(table.content());
            file.position(padded(file.position()));
        }
        return file.array();
    }

    private static int checksum(byte[] table) {
        ByteBuffer words = ByteBuffer.allocate(padded(table.length)).put(table).rewind();
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
