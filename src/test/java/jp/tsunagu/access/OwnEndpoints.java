package jp.tsunagu.access;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every method and path that Spring serves here, each with the parameters that it needs. */
final class OwnEndpoints {

    private OwnEndpoints() {}

    static Map<String, String> of(ApplicationContext application) {
        Map<String, String> found = new TreeMap<>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((at, handler) -> {
                    if (isOurs(at, handler)) {
                        at.getPatternValues()
                                .forEach(path -> (at.getMethodsCondition()
                                                        .getMethods()
                                                        .isEmpty()
                                                ? List.of("GET")
                                                : at.getMethodsCondition().getMethods())
                                        .forEach(method ->
                                                found.put(method + " " + path + onlyWith(at), parameters(handler))));
                    }
                }));
        return found;
    }

    /** What the libraries serve beside it is the page of errors, which anybody gets who made one. */
    private static boolean isOurs(RequestMappingInfo at, HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("jp.tsunagu")
                || at.getPatternValues().stream().anyMatch(path -> path.startsWith("/actuator"));
    }

    /** Two methods may serve one address, the one only if a parameter is there. */
    private static String onlyWith(RequestMappingInfo at) {
        String parameters = at.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(joining(" "));
        return parameters.isEmpty() ? "" : " [" + parameters + "]";
    }

    /** What the method asks for, with values that mean nothing. */
    private static String parameters(HandlerMethod handler) {
        String given = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> {
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    return asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                })
                .filter(parameter -> !Map.class.isAssignableFrom(parameter.getParameterType()))
                .map(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                    String name = asked.value().isEmpty() ? parameter.getParameterName() : asked.value();
                    return name + "=" + value(name, parameter.getParameterType());
                })
                .collect(joining("&"));
        return given.isEmpty() ? "" : "?" + given;
    }

    private static String value(String name, Class<?> type) {
        if (type.equals(UUID.class)) {
            return EngineThings.NO_ID;
        }
        return switch (name) {
            case "file", "name" -> "processes/self-reliance-support.bpmn";
            case "of", "before", "after", "base" -> "set-1";
            case "process" -> "selfRelianceSupport";
            default -> type.equals(boolean.class) ? "false" : "1";
        };
    }
}
