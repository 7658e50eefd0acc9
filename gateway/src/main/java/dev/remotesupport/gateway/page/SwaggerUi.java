package dev.remotesupport.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where Swagger UI's jar keeps its files: in a folder named after its version, which the jar tells. */
final class SwaggerUi {

    private static final String DESCRIPTION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private SwaggerUi() {}

    static String folder() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(DESCRIPTION)) {
            if (stream == null) {
                throw new IllegalStateException("Swagger UI is not on the class path");
            }
            var properties = new Properties();
            properties.load(stream);
            return "/webjars/swagger-ui/" + properties.getProperty("version") + "/";
        } catch (IOException e) {
            throw new UncheckedIOException("Swagger UI's jar cannot be read", e);
        }
    }
}
