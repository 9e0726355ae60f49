package jp.tsunagu.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same cases through our forms, through the stock starter and through the bare engine, in alternating rounds. */
final class Completions implements AutoCloseable {

    private final Scale scale;
    private final Tsunagu tsunagu;
    private final List<Engine> others;
    private final List<Script> year;
    private final Map<Desk, CaseCopies> copies = new LinkedHashMap<>();

    Completions(Server server, Scale scale) throws IOException {
        this.scale = scale;
        tsunagu = new Tsunagu(server.create("tsunagu"));
        others = List.of(
                Engine.stock(server.create("stock")),
                Engine.stockWithAuthorization(server.create("stock_with_authorization")),
                Engine.bare(server.create("bare")));
        Recorder recorder = new Recorder(tsunagu);
        List<Script> once = Stream.of(Walk.withPlan(), Walk.informationOnly(), Walk.closedAtScreening())
                .map(recorder::record)
                .toList();
        tsunagu.asNobody();
        year = List.of(once.get(0), once.get(1), once.get(2), once.get(1));
        others.forEach(other -> Round.of(other, once, once.size(), 1, false));
        List<Script> present = present(once);
        desks().forEach(desk -> Round.of(desk, present, present.size(), 1, false));
        copies.put(tsunagu, new CaseCopies(tsunagu.database()));
        others.forEach(other -> copies.put(other, new CaseCopies(other.database())));
    }

    /** With the three whole ones ten cases as an office has them: most are over, some are under way. */
    private static List<Script> present(List<Script> once) {
        Script plan = once.get(0);
        Script information = once.get(1);
        Script closed = once.get(2);
        return List.of(
                plan.until("monitorSupport"),
                information,
                information,
                information,
                information.until("decideTriage"),
                closed,
                closed.until("assess"));
    }

    private List<Desk> desks() {
        return Stream.concat(Stream.of((Desk) tsunagu), others.stream()).toList();
    }

    /** What came out with so many cases in the database, by desk; {@code opened}: with each form opened first, as people do. */
    record Measured(int cases, Map<String, List<Round>> rounds, List<Round> opened) {}

    /**
     * Measures size after size.
     *
     * @param told what was measured, at once
     */
    List<Measured> measure(Consumer<Measured> told) {
        List<Measured> all = new ArrayList<>();
        IntStream.range(0, scale.warming())
                .forEach(i ->
                        desks().forEach(desk -> Round.of(desk, year, scale.casesPerRound(), scale.threads(), false)));
        for (int size : scale.sizes()) {
            List<Desk> desks = all.isEmpty() ? desks() : List.of(tsunagu, others.get(0), others.get(2));
            desks.forEach(desk -> copies.get(desk).fillTo(size));
            Measured measured = measure(size, desks);
            told.accept(measured);
            all.add(measured);
        }
        return all;
    }

    private Measured measure(int size, List<Desk> desks) {
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        List<Round> opened = new ArrayList<>();
        StatementCount.ALL.reset();
        IntStream.range(0, scale.rounds()).forEach(i -> {
            desks.forEach(desk -> rounds.computeIfAbsent(desk.name(), name -> new ArrayList<>())
                    .add(Round.of(desk, year, scale.casesPerRound(), scale.threads(), false)));
            opened.add(Round.of(tsunagu, year, scale.casesPerRound(), scale.threads(), true));
        });
        return new Measured(size, rounds, opened);
    }

    @Override
    public void close() {
        tsunagu.close();
        others.forEach(Engine::close);
    }
}
