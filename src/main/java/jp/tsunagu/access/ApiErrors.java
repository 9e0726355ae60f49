package jp.tsunagu.access;

import java.util.Map;
import jp.tsunagu.engine.RefusedException;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Answers of our own API in the shape that the engine's REST uses, so that a browser reads one kind of refusal only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> refused(RefusedException refusal) {
        return answer("RefusedException", refusal.getMessage());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Map<String, String> forbidden(AuthorizationException refusal) {
        return answer("AuthorizationException", refusal.getMessage());
    }

    /** The parser's own message would quote what was typed. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> unreadable(HttpMessageNotReadableException refusal) {
        return answer("InvalidRequest", RefusedException.ofAct("送信の形が違います。").getMessage());
    }

    /** The reason is our own sentence; without one the status alone has to do. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(ResponseStatusException refusal) {
        String reason = refusal.getReason() == null ? "この操作はできません。" : refusal.getReason();
        return ResponseEntity.status(refusal.getStatusCode()).body(answer("Refused", reason));
    }

    private static Map<String, String> answer(String type, String message) {
        return Map.of("type", type, "message", message);
    }
}
