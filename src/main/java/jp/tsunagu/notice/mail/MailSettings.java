package jp.tsunagu.notice.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office's mail server. Without a host there is no e-mail.
 *
 * @param encryption {@code starttls} (asked for, and nothing is sent without it), {@code tls}, or {@code none}
 * @param from the sender; what stands after its @ ends every Message-ID
 * @param timeout of every wait for the server
 * @param lease after this long whoever began to send a mail is taken for dead, and it is sent again
 * @param retryAfter how long each further try waits; after the last one somebody is told
 */
@ConfigurationProperties("tsunagu.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("none") String encryption,
        @DefaultValue("tsunagu@localhost") String from,
        @DefaultValue("PT20S") Duration timeout,
        @DefaultValue("PT5M") Duration lease,

        @DefaultValue({"PT1M", "PT5M", "PT30M", "PT2H", "PT6H", "PT12H"})
        List<Duration> retryAfter) {

    boolean isOn() {
        return !host.isBlank();
    }

    /** What stands after the @ of the sender. */
    String domain() {
        return from.substring(from.indexOf('@') + 1).replace(">", "").strip();
    }

    int tries() {
        return retryAfter.size() + 1;
    }

    /** How long to wait after so many tries. */
    Duration waitAfter(int tries) {
        return retryAfter.get(Math.min(tries, retryAfter.size()) - 1);
    }
}
