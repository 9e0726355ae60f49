package jp.tsunagu.story;

import static jp.tsunagu.story.Answers.item;

import java.util.Map;

/** A case whose plan the ward has just decided, with 支援決定: two letters to the person and a copy for the provider are written. */
public final class DecidedCase {

    public static final String PROVIDER = "家計相談室";

    private static final String SERVICE = "householdImprovementSupport";

    private DecidedCase() {}

    /** All on the day that the office's clock shows. */
    public static String of(Office office, String name, Map<String, Object> application) {
        String number = SubmittedPlan.of(office, name, application, item(SERVICE, PROVIDER, 12, true));
        office.as("uda").does(number, "checkPlan", Answers.suitable(SERVICE));
        office.as("otsuki").does(number, "approveAsSubsectionChief", Answers.approval());
        office.as("kaji").does(number, "decidePlan", Answers.decision("decided"));
        return number;
    }
}
