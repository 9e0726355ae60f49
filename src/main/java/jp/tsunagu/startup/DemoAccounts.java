package jp.tsunagu.startup;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.access.Roles;
import jp.tsunagu.engine.StartUpStep;
import jp.tsunagu.municipality.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people of the demo, password {@code demo} for each. They exist on the embedded database of a first run only. */
@Component
@Conditional(NoDatabaseConfigured.class)
@Order(StartUpStep.DEMO)
class DemoAccounts implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String PASSWORD = "demo";
    private static final LocalDate BEGINNING = LocalDate.of(2015, 4, 1);

    private record Demo(String account, String familyName, List<String> groups) {}

    private static final List<Demo> PEOPLE = List.of(
            new Demo("saeki", "佐伯", List.of(Roles.CONSULTATION_SUPPORTER)),
            new Demo("aoki", "青木", List.of(Roles.CONSULTATION_SUPPORTER)),
            new Demo("manabe", "真鍋", List.of(Roles.CHIEF)),
            new Demo("kobayakawa", "小早川", List.of(Roles.EMPLOYMENT_SUPPORTER)),
            new Demo("nishina", "仁科", List.of(Roles.HOUSEHOLD_SUPPORTER)),
            new Demo("uda", "宇田", List.of(Roles.WARD_OFFICER)),
            new Demo("otsuki", "大槻", List.of(Roles.WARD_SUBSECTION_CHIEF)),
            new Demo("kaji", "梶", List.of(Roles.WARD_SECTION_CHIEF)),
            new Demo("yuasa", "湯浅", List.of(Roles.WELFARE_OFFICE)),
            new Demo("minakami", "水上", List.of(Roles.STATISTICS_OFFICER)),
            new Demo("kansa", "監査", List.of(Roles.AUDITOR)),
            new Demo("tezuka", "手塚", List.of(Roles.PROCEDURE_ADMINISTRATOR)),
            new Demo("hirai", "平井", List.of(Roles.PROCEDURE_ADMINISTRATOR)),
            new Demo("admin", "システム管理者", List.of(Roles.SYSTEM_ADMINISTRATOR)));

    private final Accounts accounts;
    private final Settings settings;

    DemoAccounts(Accounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run() {
        PEOPLE.forEach(demo -> accounts.ensure(demo.account(), demo.familyName(), "", PASSWORD, demo.groups()));
        if (settings.today(Settings.DEPUTY_CHIEF).isEmpty()) {
            settings.set(Settings.DEPUTY_CHIEF, "aoki", BEGINNING);
        }
        LOG.info("デモ用の利用者（saeki、manabe など、パスワード demo）を用意しました。実運用では SPRING_DATASOURCE_URL を設定してください。");
    }
}
