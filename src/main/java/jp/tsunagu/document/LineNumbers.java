package jp.tsunagu.document;

import java.util.Arrays;
import java.util.stream.IntStream;

/** In which line of a text a place is, counted from 1. */
final class LineNumbers {

    private final int[] ends;

    LineNumbers(String text) {
        ends = IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == '\n')
                .toArray();
    }

    int of(int at) {
        int found = Arrays.binarySearch(ends, at);
        return 1 + (found < 0 ? -found - 1 : found);
    }
}
