package jp.tsunagu.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.tsunagu.casefile.crypt.Opened;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, once for all tests that carry this. Jobs run when a test lets time pass, never
 * by themselves; durability is off, as nothing of it outlives the run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tsunagu.data=target/test-data/${random.uuid}",
            "tsunagu.durable=false",
            // every test logs in
            "tsunagu.login.hash-memory=256",
            "tsunagu.login.hash-rounds=1",
            "tsunagu.data-keys=" + Opened.KEY,
            // what was not encrypted is encrypted when a test says so
            "tsunagu.sealing.after=PT24H",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.jp.tsunagu=warn"
        })
@Import({MovedTime.class, Opened.class})
@ContextConfiguration(initializers = IdentityProviderAddress.class)
public @interface TsunaguTest {}
