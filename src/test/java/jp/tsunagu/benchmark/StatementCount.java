package jp.tsunagu.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Counts what is asked of the database, to see where the time goes; only there with {@code -Dbenchmark.statements=true}. */
final class StatementCount {

    static final StatementCount ALL = new StatementCount();

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    private StatementCount() {}

    /** No class that a component scan finds. */
    static class Parts {

        @Bean
        static BeanPostProcessor countingDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return Scale.countsStatements() && bean instanceof DataSource source ? ALL.counting(source) : bean;
                }
            };
        }
    }

    void reset() {
        counts.clear();
    }

    String table(long per) {
        StringBuilder table = new StringBuilder();
        long all = counts.values().stream().mapToLong(LongAdder::sum).sum();
        table.append("statements per act: %.1f%n".formatted((double) all / per));
        counts.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().sum()))
                .limit(60)
                .forEach(entry -> table.append(
                        "%8.2f  %s%n".formatted((double) entry.getValue().sum() / per, shortened(entry.getKey()))));
        return table.toString();
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() > 170 ? line.substring(0, 60) + " … " + line.substring(line.length() - 107) : line;
    }

    private DataSource counting(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (result, name, arguments) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, this::ofConnection)
                        : result);
    }

    private Object ofConnection(Object result, String name, Object[] arguments) {
        if (name.equals("commit")) {
            count("commit");
        }
        return name.equals("prepareStatement")
                ? proxy(PreparedStatement.class, result, (answer, called, nothing) -> {
                    if (called.startsWith("execute")) {
                        count((called.equals("executeBatch") ? "batch: " : "") + arguments[0]);
                    }
                    return answer;
                })
                : result;
    }

    private void count(String sql) {
        counts.computeIfAbsent(sql, first -> new LongAdder()).increment();
    }

    private interface After {
        Object of(Object result, String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Object target, After after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return after.of(method.invoke(target, arguments), method.getName(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
