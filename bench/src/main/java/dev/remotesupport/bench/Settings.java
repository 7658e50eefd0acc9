package dev.remotesupport.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the command line says: {@code name=value} pairs and where the credentials of the running suite are. */
record Settings(Path credentials, Map<String, String> values) {

    static Settings of(List<String> arguments) {
        var credentials = Path.of(".local/credentials.json");
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("--credentials")) {
                credentials = Path.of(arguments.get(++i));
            } else {
                var pair = argument.split("=", 2);
                values.put(pair[0], pair[1]);
            }
        }
        return new Settings(credentials, values);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
    }
}
