package org.onrecord.stream.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Key store files made into a TLS context. */
final class TlsContext {
    private TlsContext() {}

    /** Empty when nothing is configured: the JVM's own trust then applies. */
    static Optional<SSLContext> of(RegistryConfig.Tls tls) {
        if (tls.trust().isEmpty() && tls.identity().isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(tls), trust(tls), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new ConfigException(
                    "the key stores of " + RegistryConfig.SSL + "* cannot be used: " + e.getMessage());
        }
    }

    private static TrustManager[] trust(RegistryConfig.Tls tls) throws GeneralSecurityException {
        if (tls.trust().isEmpty()) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(tls.trust().get(), "truststore"));
        return factory.getTrustManagers();
    }

    private static KeyManager[] identity(RegistryConfig.Tls tls) throws GeneralSecurityException {
        if (tls.identity().isEmpty()) {
            return null;
        }
        RegistryConfig.Store store = tls.identity().get();
        char[] password = tls.keyPassword()
                .or(store::password)
                .map(Password::value)
                .map(String::toCharArray)
                .orElse(null);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(store, "keystore"), password);
        return factory.getKeyManagers();
    }

    private static KeyStore load(RegistryConfig.Store store, String what) throws GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.type());
        try (InputStream in = Files.newInputStream(Path.of(store.location()))) {
            keys.load(
                    in,
                    store.password()
                            .map(Password::value)
                            .map(String::toCharArray)
                            .orElse(null));
        } catch (IOException e) {
            throw new ConfigException(RegistryConfig.SSL + what + ".location " + store.location()
                    + " cannot be read as " + store.type() + "; check the path, the type and the password");
        }
        return keys;
    }
}
