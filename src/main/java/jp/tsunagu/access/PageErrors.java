package jp.tsunagu.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.form.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a page answers when it cannot do what was asked: the reason in Japanese, within the frame. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageErrors {

    private final PageFrame frame;

    PageErrors(PageFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView refused(RefusedException refusal, HttpServletRequest request) {
        return page(
                request,
                HttpStatus.BAD_REQUEST,
                refusal.refusals().stream().map(Refusal::reason).toList());
    }

    @ExceptionHandler
    ModelAndView forbidden(AuthorizationException refusal, HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN, List.of(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView refused(ResponseStatusException refusal, HttpServletRequest request) {
        return page(
                request,
                refusal.getStatusCode(),
                refusal.getReason() == null ? List.of() : List.of(refusal.getReason()));
    }

    private ModelAndView page(HttpServletRequest request, HttpStatusCode status, List<String> reasons) {
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("reasons", reasons);
        frame.around(page, request);
        return page;
    }
}
