package org.onrecord.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Where the registry's application lies: what the build unpacks from Maven Central. */
final class RegistryJar {
    static final String PROPERTY = "onrecord.registry.jar";

    private static final String BESIDE_US = "registry/apicurio-registry-app.jar";

    private RegistryJar() {}

    /**
     * The jar named by the system property {@value #PROPERTY}, else the one beside our own jar.
     *
     * @throws LocalModeException when it is not there
     */
    static Path locate() {
        String told = System.getProperty(PROPERTY);
        Path jar = told == null || told.isBlank() ? home().resolve(BESIDE_US) : Path.of(told);
        if (!Files.isRegularFile(jar)) {
            throw new LocalModeException("The schema registry is not at " + jar.toAbsolutePath()
                    + ": build it with 'mvn package', or name its jar with -D" + PROPERTY + "=FILE.");
        }
        return jar.toAbsolutePath();
    }

    static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String main = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main != null) {
                return main;
            }
        } catch (IOException e) {
            throw new LocalModeException("Cannot read " + jar + ": build it again with 'mvn clean package'.", e);
        }
        throw new LocalModeException(jar + " is no application: name the runner jar of Apicurio Registry.");
    }

    /** The directory that holds our jar, or the classes in a development tree: target/ either way. */
    private static Path home() {
        CodeSource source = RegistryJar.class.getProtectionDomain().getCodeSource();
        try {
            Path parent = Path.of(source.getLocation().toURI()).getParent();
            return parent == null ? Path.of("") : parent;
        } catch (URISyntaxException e) {
            throw new LocalModeException(
                    "Cannot tell where On Record is installed: name the registry's jar with -D" + PROPERTY + "=FILE.",
                    e);
        }
    }
}
