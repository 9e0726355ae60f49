package jp.tsunagu.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at a printer. */
final class PrintedPapers {

    private final int port;

    PrintedPapers(int port) {
        this.port = port;
    }

    HttpResponse<byte[]> get(String account, String path) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> print(String account, String number, String paper) throws IOException, InterruptedException {
        return get(account, "/api/cases/" + number + "/papers/" + paper);
    }

    /** A paper, left in target/papers. */
    byte[] pdf(String account, String number, String paper, String version) throws IOException, InterruptedException {
        HttpResponse<byte[]> printed = print(account, number, paper + (version == null ? "" : "?version=" + version));
        return kept(printed, paper + (version == null ? "" : "-" + version));
    }

    String text(String account, String number, String paper, String version) throws IOException, InterruptedException {
        return Pdf.text(pdf(account, number, paper, version));
    }

    static byte[] kept(HttpResponse<byte[]> printed, String name) throws IOException {
        assertThat(printed.statusCode())
                .as(name + " " + new String(printed.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        Pdf.keep(printed.body(), name);
        return printed.body();
    }

    JsonNode listed(String account, String number) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(get(account, "/api/cases/" + number + "/papers").body());
    }
}
