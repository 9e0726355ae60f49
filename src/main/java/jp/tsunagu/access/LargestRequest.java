package jp.tsunagu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that no form of ours can produce before anything parses it, whether it states its length or not. Only where
 * scanned papers are attached it may be larger, and only for somebody who is logged in.
 */
class LargestRequest extends OncePerRequestFilter {

    /** Bytes. The door itself refuses a document above a million characters; this leaves room for its wrapping. */
    static final int LIMIT = 5_000_000;

    /** Room for the other inputs of a form beside its file. */
    private static final long WRAPPING = 200_000;

    /** A browser shows an answer only once it has sent everything; what is larger than this is cut off all the same. */
    private static final long READ_AWAY = 300_000_000;

    private static final Pattern UPLOAD = Pattern.compile("/cases/[A-Za-z0-9-]+/attachments");

    private static final String REFUSAL = "{\"type\":\"RequestTooLarge\",\"message\":"
            + "\"[{\\\"field\\\":null,\\\"label\\\":null,\\\"reason\\\":"
            + "\\\"送られた内容が大きすぎます。長い文章や行を分けてください。\\\"}]\"}";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"><title>大きすぎます｜つなぐ</title><link rel="stylesheet" href="/assets/pages/pages.css"></head>
            <body><main class="login"><h1>ファイルが大きすぎます</h1>
            <p class="message message--error" role="alert">ファイルが大きすぎるため、受け取れませんでした。何も保存していません。</p>
            <p>白黒か、粗い設定（300dpi くらい）でスキャンし直すか、書類を分けてください。ほかの欄に入力した内容は残っています。</p>
            <p><a href="%s">書類の画面に戻る</a></p></main></body>
            </html>
            """;

    private final long largestUpload;

    LargestRequest(DataSize largestUpload) {
        this.largestUpload = largestUpload.toBytes() + WRAPPING;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || request.getContentLengthLong() == 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = isUpload(request);
        if (request.getContentLengthLong() > (upload ? largestUpload : LIMIT)) {
            if (upload) {
                readAway(request.getInputStream());
                answer(response, "text/html", PAGE.formatted(request.getRequestURI()));
            } else {
                refuse(response);
            }
        } else if (upload) {
            passOn(request, response, chain);
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                refuse(response);
            } else {
                chain.doFilter(new ReadBody(request, body), response);
            }
        }
    }

    /** A file whose name no browser can send (with a NUL in it) would be told to the log, name and all. */
    private static void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return UPLOAD.matcher(request.getRequestURI()).matches()
                && request.getContentLengthLong() >= 0
                && session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static void readAway(InputStream body) throws IOException {
        byte[] part = new byte[65_536];
        long read = 0;
        int count = body.read(part);
        while (count >= 0 && read < READ_AWAY) {
            read += count;
            count = body.read(part);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        answer(response, "application/json", REFUSAL);
    }

    private static void answer(HttpServletResponse response, String type, String text) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(text);
    }

    private static final class ReadBody extends HttpServletRequestWrapper {

        private final byte[] body;

        private ReadBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body was read before");
                }
            };
        }
    }
}
