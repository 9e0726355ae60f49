package jp.tsunagu.procedure.draft;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What is said when a 改定案 is not there, not open any more, or was changed by somebody else. */
final class ProcedureErrors {

    private ProcedureErrors() {}

    /** Within the frame. */
    @ControllerAdvice(
            assignableTypes = {
                ProceduresController.class,
                DraftPageController.class,
                EditorController.class,
                RulePageController.class
            })
    static class OfPages {

        @ExceptionHandler
        ModelAndView missing(NoSuchElementException missing) {
            return page(HttpStatus.NOT_FOUND, missing.getMessage());
        }

        @ExceptionHandler
        ModelAndView closed(DraftClosedException closed) {
            return page(HttpStatus.CONFLICT, closed.getMessage());
        }

        @ExceptionHandler
        ModelAndView stale(StaleRevisionException stale) {
            return page(HttpStatus.CONFLICT, stale.getMessage());
        }

        private static ModelAndView page(HttpStatus status, String reason) {
            ModelAndView page = new ModelAndView("error");
            page.setStatus(status);
            page.addObject("status", status.value());
            page.addObject("reasons", List.of(reason));
            return page;
        }
    }

    /** As the rest of our API. */
    @ControllerAdvice(assignableTypes = DraftDataController.class)
    static class OfData {

        @ExceptionHandler
        ResponseEntity<Map<String, String>> missing(NoSuchElementException missing) {
            return answer(HttpStatus.NOT_FOUND, "NotFound", missing.getMessage());
        }

        @ExceptionHandler
        ResponseEntity<Map<String, String>> closed(DraftClosedException closed) {
            return answer(HttpStatus.CONFLICT, "DraftClosed", closed.getMessage());
        }

        @ExceptionHandler
        ResponseEntity<Map<String, String>> stale(StaleRevisionException stale) {
            return answer(HttpStatus.CONFLICT, "StaleRevision", stale.getMessage());
        }

        private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String type, String message) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", type, "message", message));
        }
    }
}
