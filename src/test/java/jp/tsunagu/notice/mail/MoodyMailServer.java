package jp.tsunagu.notice.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An SMTP server in a mood: it refuses, hangs, drops the connection before it has taken a mail and after it. It keeps what it took,
 * under the Message-ID, and remembers whether it said so: a mailbox shows a Message-ID once, however often it comes.
 */
public final class MoodyMailServer implements AutoCloseable {

    /** What it does with a conversation. */
    public enum Mood {
        TAKES,
        TURNS_AWAY_AT_THE_DOOR,
        REFUSES_THE_RECEIVER,
        REFUSES_THE_MAIL,
        DROPS_BEFORE_TAKING,
        DROPS_AFTER_TAKING,
        TAKES_ITS_TIME
    }

    /**
     * One time that it took a mail.
     *
     * @param said whether it told the sender
     */
    public record Taken(String messageId, String to, String text, boolean said) {}

    /** A slow conversation is one that another overtakes; where none comes, it goes on after this long. */
    private static final int LONGEST_WAIT_MS = 80;

    private final Semaphore overtaken = new Semaphore(0);
    private final ServerSocket door;
    private final Random chance;
    private final Map<Mood, Integer> moods = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile int trouble;

    /**
     * @param trouble how many of a hundred conversations go wrong
     */
    public MoodyMailServer(long seed, int trouble) throws IOException {
        this.chance = new Random(seed);
        this.trouble = trouble;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread porter = new Thread(this::open, "moody mail server");
        porter.setDaemon(true);
        porter.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    public void calmDown() {
        trouble = 0;
    }

    /** From now on every conversation goes wrong. */
    public void refuseAll() {
        trouble = 101;
    }

    /** Every time it took a mail, in order. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** What lies in the mailboxes: each Message-ID once. */
    public Map<String, List<Taken>> byMessageId() {
        return taken.stream().collect(Collectors.groupingBy(Taken::messageId));
    }

    public Map<Mood, Integer> moods() {
        return Map.copyOf(moods);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Thread talk = new Thread(() -> talk(guest), "smtp");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private synchronized Mood mood() {
        Mood[] bad = Mood.values();
        Mood mood = trouble > 100
                ? Mood.REFUSES_THE_RECEIVER
                : chance.nextInt(100) < trouble ? bad[1 + chance.nextInt(bad.length - 1)] : Mood.TAKES;
        moods.merge(mood, 1, Integer::sum);
        return mood;
    }

    private void talk(Socket guest) {
        try (guest;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = guest.getOutputStream()) {
            Mood mood = mood();
            if (mood == Mood.TURNS_AWAY_AT_THE_DOOR) {
                say(out, "421 not now");
                return;
            }
            say(out, "220 moody");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (word) {
                    case "RCPT" -> {
                        to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, mood == Mood.REFUSES_THE_RECEIVER ? "451 not this one now" : "250 ok");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        if (!data(in, out, mood, to)) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException | InterruptedException e) {
            // the other side is gone; what was taken, was taken
            Thread.currentThread().interrupt();
        }
    }

    private boolean data(BufferedReader in, OutputStream out, Mood mood, String to)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            text.append(line).append('\n');
            if (mood == Mood.DROPS_BEFORE_TAKING) {
                return false;
            }
            line = in.readLine();
        }
        if (line == null) {
            // cut off before its end: not a mail
            return false;
        }
        if (mood == Mood.REFUSES_THE_MAIL) {
            say(out, "452 no room");
            return true;
        }
        if (mood == Mood.TAKES_ITS_TIME) {
            overtaken.drainPermits();
            overtaken.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
        }
        String id = text.toString()
                .lines()
                .filter(header -> header.startsWith("Message-ID:"))
                .map(header -> header.substring("Message-ID:".length()).strip())
                .findFirst()
                .orElse("(none)");
        boolean says = mood != Mood.DROPS_AFTER_TAKING;
        taken.add(new Taken(id, to, text.toString(), says));
        overtaken.release();
        if (says) {
            say(out, "250 taken");
        }
        return says;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
