package jp.tsunagu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import jp.tsunagu.engine.Members;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every page ({@code templates/frame.html}): who is logged in, and the pages this person can go to. */
@Component
class PageFrame implements HandlerInterceptor, WebMvcConfigurer {

    private final Menu menu;
    private final Members members;

    PageFrame(Menu menu, @Lazy Members members) {
        this.menu = menu;
        this.members = members;
    }

    /**
     * The frame of one page.
     *
     * @param person the name of whoever is logged in; null if nobody is
     * @param address the page that is shown
     */
    record Frame(String person, List<Menu.Line> menu, String address) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        boolean shown = page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")
                && !page.getViewName().equals("login");
        if (shown) {
            around(page, request);
        }
    }

    /** The same for a page that no handler of requests made, such as one that says what went wrong. */
    void around(ModelAndView page, HttpServletRequest request) {
        // whoever must choose a password first can go nowhere else yet
        boolean alone = Boolean.TRUE.equals(page.getModel().get("alone"));
        page.addObject("frame", frame(request.getUserPrincipal(), request.getRequestURI(), alone));
    }

    private Frame frame(Principal person, String address, boolean alone) {
        return person == null
                ? new Frame(null, List.of(), address)
                : new Frame(members.nameOf(person.getName()), alone ? List.of() : menu.of(person.getName()), address);
    }
}
