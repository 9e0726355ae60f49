package jp.tsunagu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The webapps keep the nonce of their Content Security Policy in one place for all requests: a page whose header and scripts
 * were made while another request came by does not run, and somebody sees an empty Tasklist. So a page is made while
 * nothing else of the webapps is; everything else goes on side by side.
 */
class OnePageAtATime extends OncePerRequestFilter {

    /** A page is made in milliseconds; who waits longer than this is served all the same. */
    private static final int LONGEST_SECONDS = 2;

    private final ReadWriteLock pages = new ReentrantReadWriteLock(true);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Lock turn = isPage(request) ? pages.writeLock() : pages.readLock();
        boolean mine = await(turn);
        try {
            chain.doFilter(request, response);
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }

    /** {@code /camunda/app/tasklist/default/}, with no file name at its end. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/camunda/app/") && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static boolean await(Lock turn) {
        try {
            return turn.tryLock(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
