package jp.tsunagu.access.log;

import org.springframework.context.annotation.Import;

/** What verifying needs beside a database: for the command, which runs without the rest of the application. */
@Import({LogKeys.class, Verifier.class})
public class VerifierParts {}
