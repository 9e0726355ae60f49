package jp.tsunagu.access.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.dto.identity.UserDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;

/** The engine as it ships, beside ours in the same JVM: what is refused by ours succeeds here, or the test would prove nothing. */
final class UnprotectedEngine implements AutoCloseable {

    private static final String NAME = "unprotected";
    private static final ObjectMapper JSON = new ObjectMapper();

    final ProcessEngine engine;

    UnprotectedEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(NAME);
        configuration.setJdbcUrl("jdbc:h2:mem:unprotected");
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setMetricsEnabled(false);
        configuration.setEnableCmdExceptionLogging(false);
        engine = configuration.buildProcessEngine();
    }

    /** What REST does with the body of {@code POST /task}, for a person without any permission. */
    void asks(String body) throws IOException {
        TaskQueryDto query = JSON.readValue(body, TaskQueryDto.class);
        query.setObjectMapper(JSON);
        engine.getIdentityService().setAuthenticatedUserId("nobody-in-particular");
        try {
            query.toQuery(engine).list();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** What the webapps do with the body of {@code POST /camunda/api/admin/setup/{engine}/user/create}. */
    void setsUp(String body) throws Exception {
        new SetupResource() {
            @Override
            protected ProcessEngine lookupProcessEngine(String name) {
                return engine;
            }

            @Override
            protected ObjectMapper getObjectMapper() {
                return JSON;
            }
        }.createInitialUser(NAME, JSON.readValue(body, UserDto.class));
    }

    @Override
    public void close() {
        engine.close();
    }
}
