package jp.tsunagu.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagu.TsunaguApplication;
import jp.tsunagu.access.Accounts;
import jp.tsunagu.benchmark.Script.Sent;
import jp.tsunagu.casefile.crypt.Opened;
import jp.tsunagu.engine.RecordedVariables;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Our application as it ships, on a database of its own; its forms are sent in process, through the same door as over REST. */
final class Tsunagu implements Desk, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final OpenTasks tasks;
    private final String mainProcess;

    Tsunagu(String url) {
        String[] arguments = Stream.of(
                        "server.port=0",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.hikari.maximum-pool-size=" + Engine.POOL,
                        "tsunagu.admin-password=benchmark",
                        "tsunagu.data-keys=" + Opened.KEY,
                        // cases are copied as they were before there was encryption, and encrypted when that is
                        // measured
                        "tsunagu.sealing.after=PT24H",
                        "camunda.bpm.job-execution.enabled=false",
                        "logging.level.jp.tsunagu=warn",
                        "logging.level.jp.tsunagu.figures=info")
                .map(property -> "--" + property)
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(
                        TsunaguApplication.class, RecordedVariables.Parts.class, StatementCount.Parts.class)
                .run(arguments);
        engine = bean(ProcessEngine.class);
        tasks = new OpenTasks(engine, database());
        People.all()
                .forEach((account, groups) -> bean(Accounts.class).ensure(account, account, "", "benchmark", groups));
        mainProcess = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("selfRelianceSupport")
                .latestVersion()
                .singleResult()
                .getId();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> beansOf(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    ApplicationContext context() {
        return context;
    }

    ProcessEngine engine() {
        return engine;
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    /** From now on this thread acts for this person, as a request that has logged in does. */
    void as(String account) {
        engine.getIdentityService().setAuthentication(account, People.groupsOf(account));
    }

    void asNobody() {
        engine.getIdentityService().clearAuthentication();
    }

    @Override
    public String name() {
        return "Tsunagu";
    }

    @Override
    public String begin(Sent reception) {
        as(reception.account());
        return engine.getFormService()
                .submitStartForm(mainProcess, document(reception, 0))
                .getBusinessKey();
    }

    @Override
    public String take(String caseNumber, Sent sent) {
        as(sent.account());
        return tasks.take(caseNumber, sent.step(), sent.account());
    }

    @Override
    public void open(String taskId, Sent sent) {
        engine.getFormService().getTaskFormVariables(taskId);
    }

    @Override
    public void send(String taskId, Sent sent, int caseVersion) {
        engine.getFormService().submitTaskForm(taskId, document(sent, caseVersion));
    }

    String openStart(String account) {
        as(account);
        return opened(engine.getFormService().getStartFormVariables(mainProcess));
    }

    String openTask(String taskId) {
        return opened(engine.getFormService().getTaskFormVariables(taskId));
    }

    private static String opened(Map<String, Object> variables) {
        return variables.get("formDocument").toString();
    }

    private static Map<String, Object> document(Sent sent, int caseVersion) {
        return Map.of(
                "formDocument", SpinValues.jsonValue(sent.document(caseVersion)).create());
    }

    @Override
    public void close() {
        asNobody();
        context.close();
    }
}
