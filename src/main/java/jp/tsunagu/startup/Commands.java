package jp.tsunagu.startup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.access.log.Anchor;
import jp.tsunagu.access.log.Verification;
import jp.tsunagu.access.log.Verifier;
import jp.tsunagu.access.log.VerifierParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * What the program does instead of serving, when started with {@code --tsunagu.command=…}: it looks at the same database with
 * the same settings, and ends with an exit code.
 */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private static final String OPTION = "--tsunagu.command=";
    private static final String ANCHOR = "--tsunagu.anchor=";
    private static final String VERIFY = "verify-access-log";

    private static final int FINE = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int NOT_LOOKED = 3;

    private Commands() {}

    /** The command that is asked for; empty where the program is to serve. */
    public static Optional<String> asked(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()))
                .findFirst();
    }

    /**
     * Does what is asked for and says in Japanese what came out.
     *
     * @return 0 if all is well, 1 if what was looked at is not, 2 if the command is not one, 3 if nothing could be looked at
     */
    public static int run(String... arguments) {
        List<String> anchors = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(ANCHOR))
                .map(argument -> argument.substring(ANCHOR.length()))
                .toList();
        List<Anchor> kept =
                anchors.stream().flatMap(text -> Anchor.parse(text).stream()).toList();
        if (!asked(arguments).equals(Optional.of(VERIFY)) || kept.size() < anchors.size()) {
            LOG.info("使い方: --tsunagu.command=verify-access-log [--tsunagu.anchor=封印の番号:封印の値 …]");
            return MISUSED;
        }
        try (ConfigurableApplicationContext parts = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)) {
            Verification found = parts.getBean(Verifier.class).verify(kept);
            found.lines().forEach(LOG::info);
            return found.isWhole() ? FINE : BROKEN;
        } catch (RuntimeException e) {
            // whatever kept it from looking: the exit code must not be that of a broken chain
            return notLooked(e);
        }
    }

    private static int notLooked(RuntimeException why) {
        LOG.error("確かめられませんでした。データベースに接続できないか、./data を使うつなぐが動いています。", why);
        return NOT_LOOKED;
    }

    /** The database, and nothing that serves or works by itself. */
    @Import({EmbeddedDatabase.class, VerifierParts.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class
    })
    static class Database {}
}
