package jp.tsunagu.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagu.benchmark.Script.Sent;
import jp.tsunagu.engine.OwnEngineSettings;
import jp.tsunagu.procedure.PortFakes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Camunda's starter alone with our diagrams, tables and forms; what the diagrams call answers at once and does nothing. */
final class Engine implements Desk, AutoCloseable {

    /** Connections of every contestant, as many as Spring Boot gives by default. */
    static final int POOL = 10;

    private final String name;
    private final OpenTasks tasks;
    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;
    private final AtomicInteger serial = new AtomicInteger();

    private Engine(String name, String url, Class<?> parts, String... properties) {
        this.name = name;
        String[] arguments = Stream.concat(
                        Stream.of(
                                "spring.config.name=none",
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn",
                                "logging.level.jp.tsunagu.figures=info",
                                "spring.datasource.url=" + url,
                                "spring.datasource.username=postgres",
                                "spring.datasource.hikari.maximum-pool-size=" + POOL,
                                "camunda.bpm.process-engine-name=" + name.replace(" ", ""),
                                "camunda.bpm.generate-unique-process-engine-name=false",
                                "camunda.bpm.auto-deployment-enabled=false",
                                "camunda.bpm.job-execution.enabled=false"),
                        Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(Starter.class, parts)
                .web(WebApplicationType.NONE)
                .initializers(ready -> PortFakes.all()
                        .forEach((bean, fake) -> ready.getBeanFactory().registerSingleton(bean, fake)))
                .run(arguments);
        engine = context.getBean(ProcessEngine.class);
        tasks = new OpenTasks(engine, database());
        deploy();
        allowEverybodyToStart();
    }

    /** The starter as it comes: history full, no authorization. */
    static Engine stock(String url) {
        return new Engine("stock starter", url, Nothing.class);
    }

    /** The starter with authorization switched on, as several roles need it: rows for each task. */
    static Engine stockWithAuthorization(String url) {
        return new Engine("stock with authorization", url, Nothing.class, "camunda.bpm.authorization.enabled=true");
    }

    /** The bare engine with our settings. */
    static Engine bare(String url) {
        return new Engine(
                "bare engine",
                url,
                Own.class,
                "camunda.bpm.metrics.enabled=false",
                "camunda.bpm.eventing.execution=false",
                "camunda.bpm.eventing.history=false",
                "camunda.bpm.eventing.task=false",
                "camunda.bpm.metrics.db-reporter-activate=false");
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Starter {}

    static class Nothing {}

    static class Own {

        @Bean
        OwnEngineSettings ownEngineSettings() {
            return new OwnEngineSettings();
        }
    }

    private void deploy() {
        try {
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
            PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
            for (String pattern : List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form")) {
                for (Resource file : files.getResources("classpath:" + pattern)) {
                    deployment.addInputStream(file.getFilename(), file.getInputStream());
                }
            }
            deployment.deploy();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void allowEverybodyToStart() {
        allow(Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE);
        allow(Resources.PROCESS_INSTANCE, Permissions.CREATE);
    }

    private void allow(Resources resource, Permissions permission) {
        Authorization row = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        row.setUserId(Authorization.ANY);
        row.setResource(resource);
        row.setResourceId(Authorization.ANY);
        row.addPermission(permission);
        engine.getAuthorizationService().saveAuthorization(row);
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String begin(Sent reception) {
        as(reception.account());
        String number = "R8-%05d".formatted(serial.incrementAndGet());
        Map<String, Object> variables = new HashMap<>(reception.freshVariables());
        variables.put("caseNumber", number);
        variables.put("procedureSet", 1);
        engine.getRuntimeService().startProcessInstanceByKey("selfRelianceSupport", number, variables);
        return number;
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
        engine.getFormService().submitTaskForm(taskId, sent.freshVariables());
    }

    /** The roles of all, as the diagrams name them, and the one that the fakes give. */
    private void as(String account) {
        List<String> groups = new ArrayList<>(People.groupsOf(account));
        groups.add("deciders");
        engine.getIdentityService().setAuthentication(account, groups);
    }

    @Override
    public void close() {
        engine.getIdentityService().clearAuthentication();
        context.close();
    }
}
