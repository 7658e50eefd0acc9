package dev.remotesupport.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The Postgres, Kafka and signing key of this JVM.
 *
 * <p>Quarkus loads tests and test resources with class loaders that come and go, each with statics of its own. What must be
 * there once therefore lives in {@link SharedInfrastructure}, loaded by the system class loader, and is called through
 * this interface, whose methods speak in types of the JDK only.
 */
interface Infrastructure {
    /** Makes the schema of a service and answers the configuration that the service needs. */
    Map<String, String> prepare(String service, List<String> migrations);

    String jdbcUrl();

    DataSource superuser();

    String bootstrapServers();

    /** PKCS #8 encoding of the P-256 key that signs test tokens. */
    byte[] signingKey();

    void stopPostgres();

    void startPostgres();

    void stopKafka();

    void startKafka();

    static Infrastructure ofThisJvm() {
        try {
            Class<?> shared =
                    Class.forName(SharedInfrastructure.class.getName(), true, ClassLoader.getSystemClassLoader());
            var once = shared.getDeclaredMethod("once");
            once.setAccessible(true);
            Object instance = once.invoke(null);
            return (Infrastructure) Proxy.newProxyInstance(
                    Infrastructure.class.getClassLoader(),
                    new Class<?>[] {Infrastructure.class},
                    (proxy, method, arguments) -> {
                        var target = shared.getDeclaredMethod(method.getName(), method.getParameterTypes());
                        target.setAccessible(true);
                        try {
                            return target.invoke(instance, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No infrastructure for tests", e);
        }
    }
}
