package jp.tsunagu.access.login;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Knocks with HTTP Basic from an address of its own: every 127.x.y.z is this machine. One connection after the other. */
final class Machine {

    private final String from;
    private final int port;

    Machine(String from, int port) {
        this.from = from;
        this.port = port;
    }

    /** The status of the answer. */
    int knocks(String account, String password) throws IOException {
        return send("GET", "/api/menu", account, password, "");
    }

    int send(String method, String path, String account, String password, String body) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            socket.setSoTimeout(60_000);
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String token =
                    Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
            String head = method + " " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return status(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static int status(InputStream answer) throws IOException {
        String line = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
        answer.readAllBytes();
        return Integer.parseInt(line.substring(9));
    }
}
