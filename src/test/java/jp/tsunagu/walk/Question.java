package jp.tsunagu.walk;

/**
 * One clause of an invariant, as a question to the case file and the engine's history. The answer is the cases that break
 * it; a right world answers with nothing. It is asked without any of the program's own rules.
 *
 * @param id as in the list of invariants, e.g. I-06
 * @param clause what it says
 * @param sql selects {@code case_number} and {@code finding}, of the cases {@code :cases}
 */
record Question(String id, String clause, String sql) {}
