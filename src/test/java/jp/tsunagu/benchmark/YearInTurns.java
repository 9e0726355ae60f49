package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Real cases in rounds with something and without it, in turns, so that a machine that grows slower counts for both. */
final class YearInTurns {

    private static final int EVERY_SECONDS = 5;

    private final Tsunagu tsunagu;
    private final List<Script> year;

    /** One round with it, and one without that followed or preceded it. */
    record Pair<T>(T with, T without) {}

    /** Records the cases that are walked later; before anything else is in the database. */
    YearInTurns(Tsunagu tsunagu) {
        this.tsunagu = tsunagu;
        Recorder recorder = new Recorder(tsunagu);
        List<Script> once = Stream.of(Walk.withPlan(), Walk.informationOnly(), Walk.closedAtScreening())
                .map(recorder::record)
                .toList();
        tsunagu.asNobody();
        year = List.of(once.get(0), once.get(1), once.get(2), once.get(1));
    }

    /** @param round one round, with it or without */
    static <T> List<Pair<T>> rounds(Scale scale, Function<Boolean, T> round) {
        for (int i = 0; i < scale.warming(); i++) {
            round.apply(true);
        }
        List<Pair<T>> pairs = new ArrayList<>();
        for (int i = 0; i < scale.rounds(); i++) {
            if (i % 2 == 0) {
                T with = round.apply(true);
                pairs.add(new Pair<>(with, round.apply(false)));
            } else {
                T without = round.apply(false);
                pairs.add(new Pair<>(round.apply(true), without));
            }
        }
        return pairs;
    }

    /** How many forms were sent. */
    int cases(Scale scale, boolean opened) {
        return Round.of(tsunagu, year, scale.casesPerRound(), scale.threads(), opened)
                .forms();
    }

    /** The same while something is done every few seconds, and once more at the end. */
    int casesBeside(Scale scale, boolean opened, Runnable done) {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
        schedule.scheduleWithFixedDelay(done, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        int forms = cases(scale, opened);
        end(schedule);
        done.run();
        return forms;
    }

    private static void end(ScheduledExecutorService schedule) {
        schedule.shutdown();
        try {
            schedule.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
