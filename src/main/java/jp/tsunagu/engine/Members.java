package jp.tsunagu.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who belongs to which group, read without the authorizations of the person who happens to be acting. */
@Component
public class Members {

    private final ProcessEngine engine;
    private final InternalActs acts;
    private final RarelyChanged known;

    private record GroupsOf(String user) {}

    private record MembersOf(String group) {}

    private record NameOf(String user) {}

    Members(@Lazy ProcessEngine engine, InternalActs acts, RarelyChanged known) {
        this.engine = engine;
        this.acts = acts;
        this.known = known;
    }

    public Set<String> groupsOf(String user) {
        return known.read(new GroupsOf(user), () -> read(() -> readGroups(user)));
    }

    private Set<String> readGroups(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<String> membersOf(String group) {
        return known.read(new MembersOf(group), () -> read(() -> readMembers(group)));
    }

    private List<String> readMembers(String group) {
        return engine.getIdentityService().createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    /** The name as staff write it, family name first; the account itself if it has no name. */
    public String nameOf(String user) {
        return known.read(new NameOf(user), () -> nameOf(account(user), user));
    }

    private User account(String user) {
        return read(
                () -> engine.getIdentityService().createUserQuery().userId(user).singleResult());
    }

    /** The names of these accounts, asked at once; an account that is gone stands for itself. */
    public Map<String, String> namesOf(Collection<String> users) {
        Map<String, String> names = new HashMap<>();
        users.forEach(user -> names.put(user, user));
        if (!users.isEmpty()) {
            String[] ids = users.toArray(String[]::new);
            read(() -> engine.getIdentityService()
                            .createUserQuery()
                            .userIdIn(ids)
                            .list())
                    .forEach(account -> names.put(account.getId(), nameOf(account, account.getId())));
        }
        return names;
    }

    private static String nameOf(User account, String otherwise) {
        return account == null || account.getFirstName() == null
                ? otherwise
                : (account.getFirstName() + " " + account.getLastName()).trim();
    }

    /** The office's e-mail address of an account, as it is now; empty if it has none, or there is no such account. */
    public Optional<String> addressOf(String user) {
        return Optional.ofNullable(account(user))
                .map(User::getEmail)
                .map(String::strip)
                .filter(address -> !address.isEmpty());
    }

    private <T> T read(Supplier<T> query) {
        CommandContext running = Context.getCommandContext();
        return running != null ? running.runWithoutAuthorization(query::get) : acts.perform("所属の照会", query);
    }
}
