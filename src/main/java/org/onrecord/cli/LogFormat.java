package org.onrecord.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the log is written. */
enum LogFormat {
    TEXT,
    /** One JSON object a line, in the names of the Elastic Common Schema. */
    JSON;

    private static final String OPTION = "--log-format";
    private static final String VARIABLE = "ONRECORD_LOG_FORMAT";

    /**
     * What the command line asks for, else the environment. Logging has to know before the command line is parsed, since
     * parsing logs already; what is not understood is left to the parser to complain of.
     */
    static LogFormat of(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return parse(args[i + 1]);
            }
            if (args[i].startsWith(OPTION + "=")) {
                return parse(args[i].substring(OPTION.length() + 1));
            }
        }
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(LogFormat::parse)
                .orElse(TEXT);
    }

    private static LogFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(TEXT);
    }

    /** Has the logging library write so. */
    void apply() {
        if (this == JSON && System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty(
                    "log4j2.configurationFile", "classpath:log4j2.properties,classpath:log4j2-json.properties");
        }
    }
}
