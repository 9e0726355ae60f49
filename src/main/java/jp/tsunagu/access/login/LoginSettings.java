package jp.tsunagu.access.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people log in ({@code tsunagu.login.*}).
 *
 * @param idle after so long without anything that a person did a session is over
 * @param shortestPassword characters
 * @param fewestGuesses as a power of ten: what takes fewer is among the first that somebody tries
 * @param changeFirstPassword whether a password that somebody else set must be changed before anything else
 * @param hashMemory KiB that one comparison of a password takes (Argon2)
 * @param hashRounds how often it goes over that memory
 * @param hashesAtOnce comparisons at the same time on one node
 */
@ConfigurationProperties("tsunagu.login")
public record LoginSettings(
        Duration idle,
        int shortestPassword,
        int fewestGuesses,
        boolean changeFirstPassword,
        int hashMemory,
        int hashRounds,
        int hashesAtOnce) {}
