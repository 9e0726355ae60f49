package jp.tsunagu.walk;

import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.engine.CaseMessages;
import jp.tsunagu.form.FormFiles;
import jp.tsunagu.form.FormSchema;
import jp.tsunagu.municipality.Absences;
import jp.tsunagu.municipality.Settings;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application under the walk, and the means to act on it and to look into it. */
record World(
        ProcessEngine engine,
        JdbcClient database,
        TransactionTemplate transactions,
        Staff staff,
        Worker worker,
        Desks desks,
        Digest digest,
        Inspector inspector,
        Weather weather,
        CaseEvents events) {

    /** Puts it together out of the application's beans. */
    @TestComponent
    static final class Maker {

        private final ProcessEngine engine;
        private final JdbcClient database;
        private final PlatformTransactionManager transactions;
        private final Accounts accounts;
        private final Absences absences;
        private final Settings settings;
        private final CaseMessages messages;
        private final Opened opened;

        Maker(
                ProcessEngine engine,
                JdbcClient database,
                PlatformTransactionManager transactions,
                Accounts accounts,
                Absences absences,
                Settings settings,
                CaseMessages messages,
                Opened opened) {
            this.engine = engine;
            this.database = database;
            this.transactions = transactions;
            this.accounts = accounts;
            this.absences = absences;
            this.settings = settings;
            this.messages = messages;
            this.opened = opened;
        }

        World world() {
            Staff staff = new Staff(engine.getIdentityService(), accounts);
            Map<String, FormSchema> forms =
                    FormFiles.all().stream().collect(Collectors.toMap(FormSchema::key, form -> form));
            Worker worker = new Worker(engine.getFormService(), engine.getTaskService(), staff, forms);
            return new World(
                    engine,
                    database,
                    new TransactionTemplate(transactions),
                    staff,
                    worker,
                    new Desks(database),
                    new Digest(database),
                    new Inspector(opened),
                    new Weather(absences, settings),
                    new ReportedEvents(messages, opened, database, staff, worker, forms));
        }
    }

    String mainProcess() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("selfRelianceSupport")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
