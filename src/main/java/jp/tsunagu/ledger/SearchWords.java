package jp.tsunagu.ledger;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.tsunagu.calendar.Wareki;
import jp.tsunagu.casefile.NameFolding;
import jp.tsunagu.casefile.NameParts;
import jp.tsunagu.engine.RefusedException;

/**
 * What somebody typed into the one field of the search, understood: words between blanks, each a part of the name or its kana, a
 * date of birth or a case number. All of them must fit.
 *
 * @param numbers case numbers any of which fits; empty if none was typed
 * @param birthDate null if none was typed
 * @param words parts of name or kana, folded
 */
record SearchWords(List<String> numbers, LocalDate birthDate, List<String> words) {

    static final int LONGEST = 100;

    private static final String NAME = "氏名・ふりがな";
    private static final String BIRTH_DATE = "生年月日";
    private static final String CASE_NUMBER = "ケース番号";

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_DATE = 4;

    /** {@code R8-42}, {@code 8-42}, or the serial alone: then any year fits. */
    private static final Pattern NUMBER = Pattern.compile("(?:(?:R|r|令和|令)?(\\d{1,3})-)?(\\d{1,5})");

    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−ー－]");

    /** By what is searched, for the access log; nothing of what was typed. */
    String kinds() {
        List<String> kinds = new ArrayList<>();
        if (!words.isEmpty()) {
            kinds.add(NAME);
        }
        if (birthDate != null) {
            kinds.add(BIRTH_DATE);
        }
        if (!numbers.isEmpty()) {
            kinds.add(CASE_NUMBER);
        }
        return String.join("、", kinds);
    }

    /**
     * Understands it.
     *
     * @throws RefusedException with the reason in Japanese, without what was typed, if it cannot be understood
     */
    static SearchWords of(String typed, LocalDate today) {
        if (typed.length() > LONGEST) {
            throw RefusedException.ofAct("検索の言葉は" + LONGEST + "字までです。氏名かふりがなの一部、生年月日、ケース番号のどれかにしてください。");
        }
        List<String> parts = Arrays.stream(typed.split("[\\s\\p{Z}、，,]+"))
                .filter(part -> !part.isBlank())
                .toList();
        if (parts.size() > MOST_WORDS) {
            throw RefusedException.ofAct("検索の言葉は" + MOST_WORDS + "つまでにしてください。");
        }
        List<String> numbers = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int next = 0;
        while (next < parts.size()) {
            int taken = date(parts, next, dates);
            if (taken == 0) {
                take(parts.get(next), numbers, words, today);
                taken = 1;
            }
            next += taken;
        }
        if (dates.stream().distinct().count() > 1) {
            throw RefusedException.ofAct("生年月日は一つだけにしてください。");
        }
        if (numbers.isEmpty() && dates.isEmpty() && words.isEmpty()) {
            throw RefusedException.ofAct("氏名かふりがなの一部、生年月日、ケース番号のどれかを入力してください。");
        }
        return new SearchWords(numbers, dates.isEmpty() ? null : dates.get(0), words);
    }

    /** A date may be written with blanks: 昭和50年 3月 1日. Returns how many of the parts it is. */
    private static int date(List<String> parts, int from, List<LocalDate> dates) {
        for (int to = Math.min(parts.size(), from + LONGEST_DATE); to > from; to--) {
            Optional<LocalDate> date = Wareki.parse(String.join(" ", parts.subList(from, to)));
            if (date.isPresent()) {
                dates.add(date.get());
                return to - from;
            }
        }
        return 0;
    }

    private static void take(String part, List<String> numbers, List<String> words, LocalDate today) {
        String plain = DASHES.matcher(Normalizer.normalize(part, Form.NFKC)).replaceAll("-");
        Matcher number = NUMBER.matcher(plain);
        if (number.matches()) {
            int serial = Integer.parseInt(number.group(2));
            int present = Math.max(Wareki.fiscalYear(today).reiwa(), 1);
            IntStream years = number.group(1) == null
                    ? IntStream.rangeClosed(1, present)
                    : IntStream.of(Integer.parseInt(number.group(1)));
            years.mapToObj(year -> "R%d-%05d".formatted(year, serial)).forEach(numbers::add);
        } else if (plain.chars().anyMatch(Character::isDigit)) {
            throw RefusedException.ofAct("数字の入った言葉が、生年月日としてもケース番号としても読めません。"
                    + "生年月日は S50.3.1、昭和50年3月1日、1975-03-01、ケース番号は R8-42 のように入力してください。");
        } else {
            Optional.of(NameFolding.fold(part)).filter(word -> !word.isEmpty()).ifPresent(words::add);
        }
    }

    /** How it was understood, for whoever typed it. */
    List<String> understood() {
        List<String> understood = new ArrayList<>();
        if (!numbers.isEmpty()) {
            understood.add("ケース番号 "
                    + (numbers.size() == 1
                            ? numbers.get(0)
                            : "の末尾 " + numbers.get(0).replaceAll(".*-", "")));
        }
        if (birthDate != null) {
            understood.add("生年月日 " + Wareki.format(birthDate));
        }
        if (!words.isEmpty()) {
            understood.add((isBeginning() ? "名前の始まり " : "名前の一部 ") + String.join("、", words));
        }
        return understood;
    }

    /** Signs alone fit half of all names: the first is taken for the beginning of one. */
    private boolean isBeginning() {
        return !words.isEmpty() && words.stream().allMatch(SearchWords::isOneSign);
    }

    private static boolean isOneSign(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private List<String> sought() {
        List<String> sought = new ArrayList<>(words);
        if (isBeginning()) {
            sought.set(0, NameFolding.BEGINNING + words.get(0));
        }
        return sought;
    }

    /** The parts that name or kana must have, for the index. */
    List<String> parts() {
        return sought().stream()
                .flatMap(word -> NameParts.of(word).stream())
                .distinct()
                .toList();
    }
}
