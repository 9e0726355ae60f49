package jp.tsunagu.disclosure;

import jp.tsunagu.engine.Submission;

/** On what a disclosure rests; every other ground is one of the table. */
final class Ground {

    /** The consent that the person gave with 第1号様式, as far as it goes. */
    static final String CONSENT = "consent";

    /** The person agreed to this one disclosure, in whose record it stands. */
    static final String THIS_ACT = "thisHandover";

    private static final String LAW = "law";
    private static final String LIFE = "lifeDanger";

    private Ground() {}

    /** The ground that a form of a つなぎ names. */
    static String of(Submission submission) {
        return switch (submission.step()) {
            case "handOverToWelfareOffice" -> submission.is("handoverConsent", LIFE) ? "lifeProtection" : THIS_ACT;
            case "handOverToNewMunicipality" -> THIS_ACT;
            default ->
                submission.is("referralGround", LAW)
                        ? submission.text("legalGround").orElse("")
                        : submission.text("referralGround").orElse("");
        };
    }
}
