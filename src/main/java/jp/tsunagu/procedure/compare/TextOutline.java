package jp.tsunagu.procedure.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of text, line by line; the same lines keep the same keys. */
final class TextOutline {

    private TextOutline() {}

    static Outline of(byte[] content) {
        List<Item> items = new ArrayList<>();
        int number = 0;
        for (String line : new String(content, StandardCharsets.UTF_8).strip().split("\\R")) {
            number++;
            String text = line.stripTrailing();
            if (!text.isEmpty()) {
                items.add(new Item(
                        text,
                        number + "行目の",
                        "「" + text.strip() + "」",
                        "lines",
                        Map.of("text", Property.value("行", text))));
            }
        }
        return new Outline(items);
    }
}
