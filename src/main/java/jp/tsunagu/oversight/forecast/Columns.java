package jp.tsunagu.oversight.forecast;

import java.util.List;

/** Many forecasts as columns, for one statement. */
record Columns(String[] numbers, Double[] probabilities, String[] activities) {

    static Columns of(List<Outlook> outlooks) {
        return new Columns(
                outlooks.stream().map(Outlook::caseNumber).toArray(String[]::new),
                outlooks.stream().map(Outlook::probability).toArray(Double[]::new),
                outlooks.stream().map(Outlook::activityId).toArray(String[]::new));
    }
}
