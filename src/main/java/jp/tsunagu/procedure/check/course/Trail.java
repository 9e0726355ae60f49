package jp.tsunagu.procedure.check.course;

import java.util.Arrays;

/** What happened in one act, as numbers: steps entered, steps left, questions answered with yes. */
final class Trail {

    private int[] events;
    private int size;

    Trail() {
        events = new int[8];
    }

    private Trail(int[] events, int size) {
        this.events = events;
        this.size = size;
    }

    void add(int event) {
        if (size == events.length) {
            events = Arrays.copyOf(events, 2 * size);
        }
        events[size++] = event;
    }

    int times(int event) {
        int times = 0;
        for (int i = 0; i < size; i++) {
            times += events[i] == event ? 1 : 0;
        }
        return times;
    }

    Trail copy() {
        return new Trail(events.clone(), size);
    }

    int[] events() {
        return Arrays.copyOf(events, size);
    }
}
