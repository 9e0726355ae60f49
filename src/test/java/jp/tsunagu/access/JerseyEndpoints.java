package jp.tsunagu.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every method and path of the engine's REST and of its webapps, from the annotations by which Jersey serves them. */
final class JerseyEndpoints {

    private final Set<String> found = new TreeSet<>();
    private final Deque<Class<?>> way = new ArrayDeque<>();

    /** {@code GET /engine-rest/task/{id}}. */
    static Set<String> of(String base, Iterable<Class<?>> roots) {
        JerseyEndpoints endpoints = new JerseyEndpoints();
        for (Class<?> root : roots) {
            Path path = root.getAnnotation(Path.class);
            if (path != null) {
                endpoints.walk(root, join(base, path.value()));
            }
        }
        return endpoints.found;
    }

    private void walk(Class<?> type, String base) {
        if (way.contains(type)) {
            return;
        }
        way.push(type);
        for (Method method : type.getMethods()) {
            String http = null;
            String path = null;
            for (Annotation annotation : (Iterable<Annotation>) declared(method)::iterator) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                http = verb == null ? http : verb.value();
                path = annotation instanceof Path at ? at.value() : path;
            }
            String whole = path == null ? base : join(base, path);
            if (http != null) {
                found.add(http + " " + whole);
            } else if (path != null) {
                walk(method.getReturnType(), whole);
            }
        }
        way.pop();
    }

    /** Jersey takes the annotations of the interface where the class has none. */
    private static Stream<Annotation> declared(Method method) {
        return supertypes(method.getDeclaringClass()).flatMap(type -> {
            try {
                return Stream.of(type.getDeclaredMethod(method.getName(), method.getParameterTypes())
                        .getAnnotations());
            } catch (NoSuchMethodException none) {
                return Stream.empty();
            }
        });
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                supertypes(type.getSuperclass()),
                                Stream.of(type.getInterfaces()).flatMap(JerseyEndpoints::supertypes)));
    }

    private static String join(String base, String path) {
        String joined = base + "/" + path;
        String plain = joined.replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
