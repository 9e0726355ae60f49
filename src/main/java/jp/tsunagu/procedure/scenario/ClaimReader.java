package jp.tsunagu.procedure.scenario;

import static jp.tsunagu.procedure.scenario.ScenarioReader.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.procedure.scenario.Claim.Kind;

/** Reads what a scenario expects. */
final class ClaimReader {

    private static final Set<String> OF_STEP = words("すること", "だれ", "期限");
    private static final Set<String> OF_TIMER = words("予定", "日時");

    private ClaimReader() {}

    static List<Claim> read(Written written) {
        List<Claim> claims = new ArrayList<>();
        written.map().forEach((word, said) -> {
            Kind kind =
                    Kind.of(word).orElseThrow(() -> said.wrong("「" + word + "」は確かめられません。使えるのは " + kinds() + " です。"));
            claims.addAll(claims(kind, said));
        });
        return claims;
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining("、"));
    }

    private static List<Claim> claims(Kind kind, Written said) {
        if (kind == Kind.NOTHING_ELSE) {
            if (!said.text().equals("true")) {
                throw said.wrong("「" + kind.word() + "」には true だけを書けます。");
            }
            return List.of(new Claim(said.line(), kind, "", null, null));
        }
        if (said.isMap() && kind != Kind.OPEN && kind != Kind.WAITS) {
            return said.map().entrySet().stream()
                    .map(entry -> new Claim(
                            entry.getValue().line(),
                            kind,
                            entry.getKey(),
                            entry.getValue().text(),
                            null))
                    .toList();
        }
        if (kind == Kind.VALUE) {
            throw said.wrong("「値」には「triageResult: continueSupport」のように書きます。");
        }
        return said.list().stream().map(one -> claim(kind, one)).toList();
    }

    private static Claim claim(Kind kind, Written said) {
        if (said.isScalar()) {
            return new Claim(said.line(), kind, said.text(), null, null);
        }
        return switch (kind) {
            case OPEN -> {
                Map<String, Written> parts = said.map(OF_STEP);
                yield new Claim(
                        said.line(),
                        kind,
                        ScenarioReader.need(said, parts, "すること").text(),
                        parts.containsKey("だれ") ? StepReader.role(parts.get("だれ")) : null,
                        parts.containsKey("期限") ? StepReader.when(parts.get("期限")) : null);
            }
            case WAITS -> {
                Map<String, Written> parts = said.map(OF_TIMER);
                yield new Claim(
                        said.line(),
                        kind,
                        ScenarioReader.need(said, parts, "予定").text(),
                        null,
                        parts.containsKey("日時") ? StepReader.when(parts.get("日時")) : null);
            }
            default -> throw said.wrong("「" + kind.word() + "」には、要素などの id を並べて書きます。");
        };
    }
}
