package jp.tsunagu.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import jp.tsunagu.engine.Members;
import jp.tsunagu.notice.mail.Mail.Result;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the office's SMTP server. What it says: a case number, and that there is something to read. */
@Component
class MailServer {

    private static final int FIRST_REFUSAL = 400;

    private final JavaMailSenderImpl smtp;
    private final MailSettings settings;
    private final Members members;
    private final Clock clock;

    MailServer(MailSettings settings, Members members, Clock clock) {
        this.settings = settings;
        this.members = members;
        this.clock = clock;
        this.smtp = smtp(settings);
    }

    /** Not a bean: the health of the office's mail server is not the health of this program. */
    private static JavaMailSenderImpl smtp(MailSettings settings) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        boolean tls = settings.encryption().equals("tls");
        String protocol = tls ? "smtps" : "smtp";
        smtp.setProtocol(protocol);
        smtp.setHost(settings.host());
        smtp.setPort(settings.port());
        smtp.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = smtp.getJavaMailProperties();
        String timeout = String.valueOf(settings.timeout().toMillis());
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + wait, timeout);
        }
        // the mail is accepted before the farewell: what goes wrong afterwards must not count
        properties.setProperty("mail." + protocol + ".quitwait", "false");
        if (settings.encryption().equals("starttls")) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (!settings.username().isBlank()) {
            smtp.setUsername(settings.username());
            smtp.setPassword(settings.password());
            properties.setProperty("mail." + protocol + ".auth", "true");
        }
        return smtp;
    }

    Result send(Mail mail) {
        String address = members.addressOf(mail.account()).orElse(null);
        if (address == null) {
            return Result.REFUSED;
        }
        try {
            smtp.send(message(mail, address));
            return Result.ACCEPTED;
        } catch (MailAuthenticationException e) {
            return Result.REFUSED;
        } catch (MailSendException e) {
            return resultOf(e);
        } catch (MessagingException e) {
            // not even an address: the server was not asked
            return Result.REFUSED;
        }
    }

    private MimeMessage message(Mail mail, String address) throws MessagingException {
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject("[Tsunagu] " + mail.caseNumber());
        helper.setText(mail.caseNumber() + "\n\nTsunaguで確認してください。\n");
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", mail.messageId());
        // nobody's absence notice answers it
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Result resultOf(MailSendException failure) {
        if (failure.getFailedMessages().isEmpty()) {
            // only the farewell failed
            return Result.ACCEPTED;
        }
        // a broken farewell is a cause too; that of a mail which was never begun is the same for both
        boolean neverBegun = failure.getFailedMessages().containsValue(failure.getCause());
        return neverBegun || failure.getFailedMessages().values().stream().anyMatch(MailServer::isNo)
                ? Result.REFUSED
                : Result.UNKNOWN;
    }

    /** The server itself has said no, at whichever point of the conversation. */
    private static boolean isNo(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSendFailedException no && no.getReturnCode() >= FIRST_REFUSAL
                    || cause instanceof SMTPAddressFailedException refused
                            && refused.getReturnCode() >= FIRST_REFUSAL) {
                return true;
            }
        }
        return false;
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : cause.getCause();
    }
}
