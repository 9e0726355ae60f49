package jp.tsunagu.document;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

    /** The table of characters. */
    private static final String CMAP = "cmap";

    /** Plane 15, which Unicode leaves to everybody's own use. */
    private static final int FIRST_OWN_CODE = 0xF0000;

    private static final int BY_GROUPS = 12;
    private static final int VARIATION_SEQUENCES = 14;

    /**
     * Reads a font.
     *
     * @throws IllegalArgumentException if it is no TrueType font with a full table of characters
     */
    static VariantFont of(byte[] font) {
        TrueTypeFile file = TrueTypeFile.read(font);
        byte[] cmap = file.table(CMAP);
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
        return new VariantFont(file.with(CMAP, cmap(glyphs)).bytes(), Map.copyOf(variants), characters);
    }

    /** Every character a font can print. */
    static Set<Integer> charactersOf(byte[] font) {
        return Set.copyOf(
                glyphs(ByteBuffer.wrap(TrueTypeFile.read(font).table(CMAP))).keySet());
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

    /** A variation selector, and where its two lists begin; nothing if it has no such list. */
    private record Selector(int code, OptionalInt ordinary, OptionalInt others) {}

    private static List<Selector> selectors(ByteBuffer cmap) {
        int table = subtable(cmap, VARIATION_SEQUENCES);
        List<Selector> selectors = new ArrayList<>();
        int count = cmap.getInt(table + 6);
        for (int i = 0; i < count; i++) {
            int record = table + 10 + 11 * i;
            selectors.add(new Selector(
                    threeBytes(cmap, record), list(cmap, table, record + 3), list(cmap, table, record + 7)));
        }
        return selectors;
    }

    private static OptionalInt list(ByteBuffer cmap, int table, int at) {
        int offset = cmap.getInt(at);
        return offset == 0 ? OptionalInt.empty() : OptionalInt.of(table + offset);
    }

    private static Map<String, Integer> variantGlyphs(ByteBuffer cmap) {
        Map<String, Integer> glyphs = new LinkedHashMap<>();
        for (Selector selector : selectors(cmap)) {
            selector.others().ifPresent(list -> {
                int count = cmap.getInt(list);
                for (int i = 0; i < count; i++) {
                    int mapping = list + 4 + 5 * i;
                    glyphs.put(
                            sequence(threeBytes(cmap, mapping), selector.code()), cmap.getShort(mapping + 3) & 0xFFFF);
                }
            });
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
        for (Selector selector : selectors(cmap)) {
            selector.ordinary().ifPresent(list -> {
                int count = cmap.getInt(list);
                for (int i = 0; i < count; i++) {
                    int range = list + 4 + 4 * i;
                    int first = threeBytes(cmap, range);
                    for (int code = first; code <= first + (cmap.get(range + 3) & 0xFF); code++) {
                        variants.put(sequence(code, selector.code()), code);
                    }
                }
            });
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
}
