package jp.tsunagu.access.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Passwords are tried too fast; this one was not looked at, right or wrong. */
public class TooManyTriesException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyTriesException(Duration wait) {
        super("続けて間違えたため、しばらくログインできません。" + seconds(wait) + "秒ほど待って、もう一度お試しください。");
        this.seconds = seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** How long to wait. */
    public long seconds() {
        return seconds;
    }
}
