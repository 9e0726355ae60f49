package jp.tsunagu.procedure.scenario;

/** What somebody who writes a new scenario begins with. */
final class ScenarioExample {

    static final String TEXT = """
            id: my-first-scenario
            題名: 相談を受けて、申込みまで進む
            なぜ: この例題が守ろうとする決まりを書く（要領 第○条第○号）。
            始まり:
              日時: 2026-09-18 10:00
              手続: selfRelianceSupport
              答え: {contactMade: true, urgent: false}
            流れ:
              - だれ: 相談支援員
                すること: decideTriage
                答え: {triageResult: continueSupport, nextContactDate: 2026-09-24}
              - 確かめる:
                  開いている:
                    - {すること: obtainApplicationAndConsent, だれ: 相談支援員}
                  ほかは開いていない: true
            """;

    private ScenarioExample() {}

    /** The same under another id: two cannot have the same. */
    static String copy(KeptScenario scenario) {
        String own = scenario.source().replaceFirst("(?m)^id:.*$", "id: " + scenario.id() + "-copy");
        return scenario.isPackaged() ? own.replaceFirst("(?m)^(id:.*)$", "$1\n" + replacing(scenario.id())) : own;
    }

    private static String replacing(String packaged) {
        return "# 次の行の「# 」を消すと、製品の例題の代わりになります。\n# 代わり: " + packaged;
    }
}
