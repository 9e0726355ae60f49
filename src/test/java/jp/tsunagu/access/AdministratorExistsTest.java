package jp.tsunagu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.UserQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An installation without an administrator says so, and what to do about it. */
@ExtendWith(OutputCaptureExtension.class)
class AdministratorExistsTest {

    private static void start(long administrators) {
        UserQuery query = mock(UserQuery.class);
        when(query.memberOfGroup(Roles.SYSTEM_ADMINISTRATOR)).thenReturn(query);
        when(query.count()).thenReturn(administrators);
        IdentityService identity = mock(IdentityService.class);
        when(identity.createUserQuery()).thenReturn(query);
        new AdministratorExists(new Accounts(identity)).run();
    }

    @Test
    void nobodyCanLogIn(CapturedOutput log) {
        start(0);
        assertThat(log.getAll().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("TSUNAGU_ADMIN_PASSWORD に", "set TSUNAGU_ADMIN_PASSWORD");
    }

    @Test
    void somebodyCan(CapturedOutput log) {
        start(1);
        assertThat(log.getAll()).doesNotContain("TSUNAGU_ADMIN_PASSWORD");
    }
}
