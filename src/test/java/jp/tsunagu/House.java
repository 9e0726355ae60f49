package jp.tsunagu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rooms of the program, which of them may use which, and what no room may do. */
final class House {

    private static final String ROOT = "jp.tsunagu";
    private static final String ENGINE = ROOT + ".engine..";

    /**
     * Every room and the rooms it uses, lower first. A room names only rooms above its own line: that is why there is no
     * circle. A new neighbour, or a new room, is a line that somebody changes here knowingly.
     */
    static final Map<String, Set<String>> ROOMS = rooms(
            "calendar",
            "form",
            "scan",
            "engine: form",
            "access: calendar engine form",
            "municipality: access calendar engine",
            "retention: calendar engine municipality",
            "casefile: access calendar engine form scan",
            "work: access calendar casefile engine municipality",
            "disclosure: access calendar casefile engine form",
            "notice: access calendar casefile disclosure engine form municipality work",
            "referral: access calendar casefile engine form notice",
            "plan: access calendar casefile disclosure engine form municipality notice work",
            "support: calendar casefile engine form notice plan referral",
            "change: access calendar casefile engine form municipality referral work",
            "needtoknow: access calendar casefile engine form municipality notice",
            "document: access calendar casefile disclosure engine form municipality plan retention",
            "ledger: access calendar casefile change disclosure document engine form municipality notice plan work",
            "oversight: access calendar casefile engine form municipality notice plan work",
            "disposal: access calendar casefile document engine form ledger retention",
            "procedure: access calendar document engine form plan work",
            "startup: access engine municipality");

    /**
     * Who asks the engine directly, and for what. The rooms of the case work (casefile, notice, referral, plan, support)
     * are not among them: they go through {@code CaseInstances}, {@code Decisions} and {@code Members}, where every act
     * that moves a case has a name.
     */
    static final Map<String, Set<String>> ENGINE_SERVICES = Map.ofEntries(
            // login and accounts are the engine's own, so that Tasklist, pages and REST share them
            entry("access.Accounts", Set.of("IdentityService")),
            entry("access.EngineAccounts", Set.of("IdentityService")),
            entry("access.account.AccountDesk", Set.of("IdentityService")),
            entry("access.account.Memberships", Set.of("IdentityService")),
            entry("access.login.OwnPassword", Set.of("IdentityService")),
            entry("access.oidc.ExternalAccounts", Set.of("IdentityService")),
            entry("access.oidc.ExternalConfiguration", Set.of("IdentityService")),
            entry("access.EngineIdentityFilter", Set.of("IdentityService")),
            entry("access.SecurityConfiguration", Set.of("IdentityService")),
            entry("access.AccountsAndPermissions", Set.of("AuthorizationService")),
            // named in the signature of the method it overrides; not used
            entry("access.WebappLogin", Set.of("ProcessEngine")),
            // asks in the name of whoever is logged in, so that the engine's guard limits the answer
            entry("work.TaskCardController", Set.of("TaskService")),
            entry("work.TaskHeaderController", Set.of("TaskService")),
            // writes the queries that Tasklist will run; asks for no task itself
            entry("work.TaskFilters", Set.of("AuthorizationService", "FilterService", "TaskService")),
            // deploys
            entry("procedure.PackagedDeployer", Set.of("ProcessEngine", "RepositoryService")),
            entry("procedure.SetPublisher", Set.of("ProcessEngine", "RepositoryService")));

    /**
     * Who logs at all: what prepares the program at its start, what brings the seals of the access log out of the database,
     * what a command found, the shut side door, which names the command it refused and nothing of the case, and the erasure,
     * which names the number of a case that it could not erase. Where cases are handled nothing is.
     */
    static final Set<String> LOGGING = Set.of(
            "access.AccountsAndPermissions",
            "access.AdministratorExists",
            "access.log.Anchors",
            // names groups of the identity provider that mean nothing here, never a person
            "access.oidc.ExternalGroups",
            "disposal.ErasedAgain",
            "disposal.ErasureRun",
            // the names of keys and how many rows they have sealed
            "casefile.crypt.KeysAtStart",
            "casefile.crypt.Resealing",
            "engine.SideDoorException",
            "procedure.PackagedDeployer",
            "startup.Commands",
            "startup.DemoAccounts",
            "startup.OrphanedPostgres",
            "startup.StartUp");

    /**
     * A rule with classes it refuses: no rule without the proof that it can fail.
     *
     * @param refused sources in which a class {@code Wrong} breaks the rule
     */
    record Law(ArchRule rule, String... refused) {

        @Override
        public String toString() {
            return rule.getDescription().lines().findFirst().orElseThrow();
        }
    }

    static final List<Law> LAWS = List.of(
            new Law(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(ENGINE)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.camunda.bpm.engine.impl.."),
                    "package jp.tsunagu.plan; class Wrong { org.camunda.bpm.engine.impl.util.ClockUtil inside; }"),
            new Law(
                    neighbours().as("every room uses only the rooms on its line"),
                    "package jp.tsunagu.calendar; class Wrong { jp.tsunagu.casefile.CaseRef upwards; }"),
            new Law(
                    neighbours().as("every class lives in a room of the house"),
                    "package jp.tsunagu.attic; class Wrong {}"),
            new Law(
                    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
                    "package jp.tsunagu.form; public class Wrong { jp.tsunagu.engine.Back there; }",
                    "package jp.tsunagu.engine; public class Back { jp.tsunagu.form.Wrong here; }"),
            new Law(
                    classes()
                            .that()
                            .areAnnotatedWith(Entity.class)
                            .or()
                            .areAnnotatedWith(Embeddable.class)
                            .or()
                            .areAnnotatedWith(MappedSuperclass.class)
                            .should()
                            .bePackagePrivate()
                            .because("a row is changed by its own room only; others get records or ask a question"),
                    "package jp.tsunagu.plan; @jakarta.persistence.Entity public class Wrong {}"),
            new Law(
                    classes()
                            .that(describe("serve something of a case", House::servesCases))
                            .should(ArchCondition.from(describe("ask who may read it", House::asksReaders)))
                            .because("need to know is decided in one place (casefile.CaseReaders)"),
                    "package jp.tsunagu.ledger; @org.springframework.stereotype.Controller class Wrong {"
                            + " @org.springframework.web.bind.annotation.GetMapping(\"/cases/{caseNumber}/wrong\")"
                            + " String show() { return \"x\"; } }"),
            new Law(
                    classes().that().areAssignableTo(Repository.class).should().bePackagePrivate(),
                    "package jp.tsunagu.plan; public interface Wrong"
                            + " extends org.springframework.data.repository.Repository<Object, Long> {}"),
            new Law(
                    noClasses()
                            .that()
                            .haveNameNotMatching("jp\\.tsunagu\\.casefile\\.(Person|Persons|SupportCase)")
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("jp.tsunagu.casefile.Person"),
                    "package jp.tsunagu.casefile; class Wrong { String tell(Person of) { return of.name(); } }"),
            new Law(
                    noClasses()
                            .should()
                            .callMethodWhere(describe(
                                    "a variable of a task alone or a task below a task",
                                    (JavaMethodCall call) -> ofTasks(call.getTargetOwner())
                                            && call.getName().matches("setVariables?Local|newTask")))
                            .because("the engine is not asked for them any more (decision 13)"),
                    "package jp.tsunagu.plan; class Wrong {"
                            + " void keep(org.camunda.bpm.engine.delegate.DelegateTask task) {"
                            + " task.setVariableLocal(\"hint\", true); } }"));

    private House() {}

    /** The classes outside the engine's room that hold a service of the engine, as in {@link #ENGINE_SERVICES}. */
    static Map<String, Set<String>> engineServices(JavaClasses classes) {
        return usersOf(
                classes.that(DescribedPredicate.not(resideInAPackage(ENGINE))),
                resideInAPackage("org.camunda.bpm.engine")
                        .and(describe(
                                "services",
                                type -> type.getSimpleName().matches("\\w+Service|ProcessEngine(s|Services)?"))));
    }

    /** The classes that log, as in {@link #LOGGING}. */
    static Set<String> logging(JavaClasses classes) {
        return usersOf(
                        classes,
                        resideInAnyPackage(
                                "org.slf4j..",
                                "ch.qos.logback..",
                                "java.util.logging..",
                                "org.apache.commons.logging..",
                                "org.apache.logging.."))
                .keySet();
    }

    /** Their address names a case, or a task of one. */
    private static boolean servesCases(JavaClass type) {
        Stream<String> ofType = type.isAnnotatedWith(RequestMapping.class)
                ? Stream.of(type.getAnnotationOfType(RequestMapping.class).value())
                        .flatMap(Stream::of)
                : Stream.empty();
        Stream<String> ofMethods = type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .filter(annotation -> annotation.getRawType().getSimpleName().endsWith("Mapping"))
                .flatMap(annotation ->
                        Stream.of((Object[]) annotation.get("value").orElse(new String[0])))
                .map(String::valueOf);
        return Stream.concat(ofType, ofMethods)
                .anyMatch(path -> path.contains("{caseNumber}") || path.contains("/api/tasks/{taskId}"));
    }

    /** Itself, or by something of its own room that it calls; the form door asks by its rules (engine.MessageRules). */
    private static boolean asksReaders(JavaClass type) {
        return asks(type) || targets(type, resideInAPackage(ROOT + "..")).anyMatch(House::asks);
    }

    private static boolean asks(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getName())
                .anyMatch(owner -> owner.equals(ROOT + ".casefile.CaseReaders")
                        || owner.equals(ROOT + ".casefile.RestrictedCases")
                        || owner.equals(ROOT + ".engine.MessageRules")
                        || owner.equals(ROOT + ".engine.FormAccess"));
    }

    private static boolean ofTasks(JavaClass type) {
        return type.isAssignableTo(DelegateTask.class) || type.isAssignableTo(TaskService.class);
    }

    private static Map<String, Set<String>> usersOf(Iterable<JavaClass> classes, DescribedPredicate<JavaClass> what) {
        Map<String, Set<String>> users = new TreeMap<>();
        for (JavaClass type : classes) {
            Set<String> used = targets(type, what).map(JavaClass::getSimpleName).collect(Collectors.toSet());
            if (!used.isEmpty()) {
                String user = type.getName().substring(ROOT.length() + 1).replaceAll("\\$.*", "");
                users.computeIfAbsent(user, first -> new TreeSet<>()).addAll(used);
            }
        }
        return users;
    }

    private static Stream<JavaClass> targets(JavaClass type, DescribedPredicate<JavaClass> what) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(what);
    }

    private static LayeredArchitecture neighbours() {
        LayeredArchitecture house = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .ensureAllClassesAreContainedInArchitectureIgnoring(ROOT);
        for (String room : ROOMS.keySet()) {
            house = house.layer(room).definedBy(ROOT + "." + room + "..");
        }
        for (String room : ROOMS.keySet()) {
            String[] used = ROOMS.get(room).toArray(String[]::new);
            LayeredArchitecture.LayerDependencySpecification line = house.whereLayer(room);
            house = used.length == 0 ? line.mayNotAccessAnyLayer() : line.mayOnlyAccessLayers(used);
        }
        return house;
    }

    private static Map<String, Set<String>> rooms(String... lines) {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ");
            Set<String> used = parts.length == 1 ? Set.of() : new TreeSet<>(Arrays.asList(parts[1].split(" ")));
            rooms.put(parts[0], used);
        }
        return rooms;
    }
}
