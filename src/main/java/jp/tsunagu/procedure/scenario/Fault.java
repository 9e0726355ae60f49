package jp.tsunagu.procedure.scenario;

/**
 * What is wrong with a scenario as it is written.
 *
 * @param line of the text, the first is 1
 * @param message what to do about it, in Japanese
 */
public record Fault(int line, String message) {

    public String text() {
        return line + "行目: " + message;
    }
}
