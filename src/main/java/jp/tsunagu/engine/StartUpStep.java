package jp.tsunagu.engine;

/**
 * Something that has to be in place before the first person comes. Runs at every start, inside one transaction and under one
 * lock for all nodes, in the order of Spring's {@code @Order}; finding everything there, it changes nothing.
 */
@FunctionalInterface
public interface StartUpStep {

    int PROCEDURE = 10;
    int ACCOUNTS = 20;
    int FILTERS = 30;
    int DEMO = 40;
    int LAST = 50;

    void run();
}
