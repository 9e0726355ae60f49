package jp.tsunagu.walk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away in the middle of an act: at the n-th statement of the thread that asked for it. */
final class CrashingDataSource extends DelegatingDataSource {

    /** The fault itself, to tell it from any other. */
    static final String GONE = "the database went away";

    private static final ThreadLocal<Integer> STATEMENTS_LEFT = new ThreadLocal<>();

    CrashingDataSource(DataSource real) {
        super(real);
    }

    static void crashAt(int statement) {
        STATEMENTS_LEFT.set(statement);
    }

    /** True if it has gone away since. */
    static boolean calmDown() {
        Integer left = STATEMENTS_LEFT.get();
        STATEMENTS_LEFT.remove();
        return left != null && left <= 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        count();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void count() throws SQLException {
        Integer left = STATEMENTS_LEFT.get();
        if (left != null) {
            STATEMENTS_LEFT.set(left - 1);
            if (left <= 1) {
                throw new SQLException(GONE);
            }
        }
    }
}
