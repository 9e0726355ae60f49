package jp.tsunagu.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Builds our accounts into the engine: what it writes as a password, which ones it takes, who comes into which group. */
class AccountsPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<PasswordEncoder> encoder;
    private final Supplier<AccountRules> rules;

    AccountsPlugin(Supplier<PasswordEncoder> encoder, Supplier<AccountRules> rules) {
        this.encoder = encoder;
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new Encryptor(encoder));
        // an encoder of ours salts by itself
        engine.setSaltGenerator(() -> "");
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new Policy(List.of(new Rule(rules))));
        engine.setIdentityProviderSessionFactory(
                new ManagerFactory(GuardedAccounts.class, () -> new GuardedAccounts(rules.get())));
    }

    /** The scheme's name stands before the hash as the encoder writes it: {@code {argon2}…}. */
    private record Encryptor(Supplier<PasswordEncoder> encoder) implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            return withoutName(encoder.get().encode(password));
        }

        @Override
        public boolean check(String password, String encrypted) {
            return encoder.get().matches(password, "{" + hashAlgorithmName() + "}" + encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return Credentials.SCHEME;
        }

        private String withoutName(String encoded) {
            String name = "{" + hashAlgorithmName() + "}";
            if (!encoded.startsWith(name)) {
                throw new IllegalStateException("the encoder's scheme is not " + hashAlgorithmName());
            }
            return encoded.substring(name.length());
        }
    }

    private record Policy(List<PasswordPolicyRule> rules) implements PasswordPolicy {

        @Override
        public List<PasswordPolicyRule> getRules() {
            return rules;
        }
    }

    /** Refuses with a sentence of its own rather than with the engine's “does not match policy”. */
    private record Rule(Supplier<AccountRules> rules) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "TSUNAGU";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            // the first accounts of a start are made by the program: no rule stops it
            CommandContext act = Context.getCommandContext();
            if (act == null || act.getAuthentication() != null) {
                String account = user == null ? "" : user.getId();
                AccountRefusedException.check(true, () -> rules.get().checkPassword(account, password));
            }
            return true;
        }
    }
}
