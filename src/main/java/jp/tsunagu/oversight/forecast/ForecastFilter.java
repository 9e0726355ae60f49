package jp.tsunagu.oversight.forecast;

import java.util.Map;

/**
 * Which cases of the forecast are shown.
 *
 * @param least how likely at least
 * @param role whose work the present step is; empty for all
 * @param worker who has it in hand; empty for everybody
 * @param page from 1
 */
record ForecastFilter(Likelihood least, String role, String worker, int page) {

    static ForecastFilter of(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "");
        return new ForecastFilter(
                Likelihood.of(asked.get("least")),
                asked.getOrDefault("role", ""),
                asked.getOrDefault("worker", ""),
                page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1);
    }

    public boolean narrows() {
        return !role.isEmpty() || !worker.isEmpty();
    }
}
