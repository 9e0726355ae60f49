package jp.tsunagu.change;

import java.util.Set;
import jp.tsunagu.access.CaseLink;
import jp.tsunagu.access.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages by which 主任 puts right what went wrong in a case. */
@Configuration(proxyBeanMethods = false)
class ChiefsPages {

    private record Link(int order, String label, String page) implements CaseLink {

        @Override
        public String address(String caseNumber) {
            return "/cases/" + caseNumber + "/" + page;
        }

        @Override
        public boolean offeredTo(Set<String> groups) {
            return groups.stream().anyMatch(Roles.CENTRE::contains);
        }
    }

    @Bean
    CaseLink correctionsLink() {
        return new Link(800, "訂正", "corrections");
    }

    @Bean
    CaseLink mergeLink() {
        return new Link(810, "名寄せ", "merge");
    }
}
