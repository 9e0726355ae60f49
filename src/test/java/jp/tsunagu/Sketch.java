package jp.tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Classes that must not exist, compiled beside the program so that a rule can be seen to refuse them. They lie on nobody's
 * class path: neither Spring nor Hibernate ever finds them.
 */
final class Sketch {

    private static final Pattern NAME = Pattern.compile("public (?:class|interface) (\\w+)");

    private Sketch() {}

    static JavaClasses of(Path folder, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> mistakes = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        compiler.getTask(
                        null,
                        null,
                        mistakes,
                        options,
                        null,
                        Stream.of(sources).map(Source::new).toList())
                .call();
        assertThat(mistakes.getDiagnostics()).isEmpty();
        return new ClassFileImporter().importPath(folder);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("sketch:///" + fileName(text)), Kind.SOURCE);
            this.text = text;
        }

        private static String fileName(String text) {
            Matcher name = NAME.matcher(text);
            return (name.find() ? name.group(1) : "Sketch") + Kind.SOURCE.extension;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
