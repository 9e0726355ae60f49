package jp.tsunagu;

import jp.tsunagu.startup.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Tsunagu つなぐ: the self-reliance support of a municipality, run as BPMN processes. */
@SpringBootApplication
public class TsunaguApplication {

    public static void main(String[] args) {
        if (Commands.asked(args).isPresent()) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(TsunaguApplication.class, args);
    }
}
