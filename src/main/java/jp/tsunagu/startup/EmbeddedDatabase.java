package jp.tsunagu.startup;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The database of the first run: a real PostgreSQL in {@code ./data}, used where no {@code spring.datasource.url} is set.
 *
 * <p>The library is made for tests and switches durability off; a case file must survive a power cut, so it is switched
 * on again. The data stay where they are between starts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
class EmbeddedDatabase {

    private static final int MAX_CONNECTIONS = 50;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(
            @Value("${tsunagu.data:data}") Path data, @Value("${tsunagu.durable:true}") boolean durable)
            throws IOException {
        Path folder = Files.createDirectories(data.toAbsolutePath());
        Path cluster = folder.resolve("postgresql");
        DataFolderLock.take(folder);
        OrphanedPostgres.stop(cluster);
        String onOff = durable ? "on" : "off";
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("full_page_writes", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
                    .setPGStartupWait(START_LIMIT)
                    .start();
        } catch (IOException | RuntimeException e) {
            // whatever the library reports, the reader has to learn what to do about it
            throw new IllegalStateException(
                    "内蔵の PostgreSQL を起動できませんでした（" + cluster + "）。root 以外の利用者で実行するか、"
                            + "SPRING_DATASOURCE_URL に既存の PostgreSQL を指定してください。",
                    e);
        }
    }

    /** Set up as a connection to any other PostgreSQL is. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        dataSource.setUsername("postgres");
        dataSource.setMaximumPoolSize(20);
        return dataSource;
    }
}
