package jp.tsunagu.access;

import java.util.Map;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Answers of our own API in the shape that the engine's REST uses, so that a browser reads one kind of refusal only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedException refusal) {
        return answer(HttpStatus.BAD_REQUEST, "RefusedException", refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> forbidden(AuthorizationException refusal) {
        return answer(HttpStatus.FORBIDDEN, "AuthorizationException", refusal.getMessage());
    }

    /** The parser's own message would quote what was typed. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException refusal) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "InvalidRequest",
                RefusedException.ofAct("送信の形が違います。").getMessage());
    }

    /** The reason is our own sentence; without one the status alone has to do. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(ResponseStatusException refusal) {
        String reason = refusal.getReason() == null ? "この操作はできません。" : refusal.getReason();
        return answer(refusal.getStatusCode(), "Refused", reason);
    }

    /** JSON whatever was asked for: a refusal that could not be written as HTML would be an error of the server instead. */
    private static ResponseEntity<Map<String, String>> answer(HttpStatusCode status, String type, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("type", type, "message", message));
    }
}
