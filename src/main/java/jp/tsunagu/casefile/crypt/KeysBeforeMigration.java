package jp.tsunagu.casefile.crypt;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** An installation without a key is told so before its database is touched: whoever upgrades can still go back. */
@Component
class KeysBeforeMigration implements FlywayConfigurationCustomizer {

    /** That there are keys is all it needs them for. */
    KeysBeforeMigration(DataKeys keys) {}

    @Override
    public void customize(FluentConfiguration configuration) {
        // the configuration stays as it is
    }
}
