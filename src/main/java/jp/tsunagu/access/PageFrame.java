package jp.tsunagu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.tsunagu.engine.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every page ({@code templates/frame.html}): who is logged in, and the pages this person can go to. */
@Component
class PageFrame implements HandlerInterceptor, WebMvcConfigurer {

    private final Members members;
    private final ObjectProvider<MenuEntry> entries;

    PageFrame(@Lazy Members members, ObjectProvider<MenuEntry> entries) {
        this.members = members;
        this.entries = entries;
    }

    /**
     * The frame of one page.
     *
     * @param person the name of whoever is logged in; null if nobody is
     */
    record Frame(String person, List<Entry> menu) {}

    /**
     * A line of the menu.
     *
     * @param here true on the page that is shown, or on one below it
     */
    record Entry(String label, String address, boolean here) {}

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
            page.addObject("frame", frame(request.getUserPrincipal(), request.getRequestURI()));
        }
    }

    private Frame frame(Principal person, String address) {
        if (person == null) {
            return new Frame(null, List.of());
        }
        Set<String> groups = members.groupsOf(person.getName());
        List<Entry> menu = entries.stream()
                .filter(entry -> entry.offeredTo(groups))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> new Entry(entry.label(), entry.address(), isAt(address, entry.address())))
                .toList();
        return new Frame(members.nameOf(person.getName()), menu);
    }

    private static boolean isAt(String address, String page) {
        return address.equals(page) || address.startsWith(page + "/");
    }
}
