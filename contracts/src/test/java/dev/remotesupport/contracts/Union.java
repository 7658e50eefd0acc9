package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.console.ConsoleFromClient;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.ChatEvent;
import dev.remotesupport.contracts.event.DeskEvent;
import dev.remotesupport.contracts.event.DeviceEvent;
import dev.remotesupport.contracts.event.IdentityEvent;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SignalingEvent;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.contracts.visitor.VisitorFromClient;
import dev.remotesupport.contracts.visitor.VisitorFromServer;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may be said in one direction of a socket or on one topic: a schema, a sealed interface and a folder of examples. */
enum Union {
    SIGNAL_FROM_CLIENT("signal/from-client", SignalFromClient.class),
    SIGNAL_FROM_SERVER("signal/from-server", SignalFromServer.class),
    CHAT_FROM_CLIENT("chat/from-client", ChatFromClient.class),
    CHAT_FROM_SERVER("chat/from-server", ChatFromServer.class),
    CONSOLE_FROM_CLIENT("console/from-client", ConsoleFromClient.class),
    CONSOLE_FROM_SERVER("console/from-server", ConsoleFromServer.class),
    VISITOR_FROM_CLIENT("visitor/from-client", VisitorFromClient.class),
    VISITOR_FROM_SERVER("visitor/from-server", VisitorFromServer.class),
    IDENTITY_EVENTS("event/identity", IdentityEvent.class),
    SESSION_EVENTS("event/session", SessionEvent.class),
    DESK_EVENTS("event/desk", DeskEvent.class),
    CALL_EVENTS("event/call", CallEvent.class),
    CHAT_EVENTS("event/chat", ChatEvent.class),
    SIGNALING_EVENTS("event/signaling", SignalingEvent.class),
    DEVICE_EVENTS("event/device", DeviceEvent.class);

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(id -> id.startsWith(Definitions.BASE)
                    ? Resources.text("schemas/" + id.substring(Definitions.BASE.length()))
                    : null));

    final String path;
    final Class<?> messages;

    Union(String path, Class<?> messages) {
        this.path = path;
        this.messages = messages;
    }

    String schemaFile() {
        return path + ".json";
    }

    Schema schema() {
        return REGISTRY.getSchema(SchemaLocation.of(Definitions.BASE + schemaFile()));
    }

    boolean schemaAccepts(JsonNode frame) {
        return schema().validate(frame.toString(), InputFormat.JSON).isEmpty();
    }

    Object read(String json) {
        return FrameJson.read(json, messages);
    }

    boolean javaAccepts(JsonNode frame) {
        try {
            return read(frame.toString()) != null;
        } catch (FrameException refused) {
            return false;
        }
    }

    /** Type → its definition in the schema. */
    SortedMap<String, Definition> definitions() {
        SortedMap<String, Definition> found = new TreeMap<>();
        for (JsonNode member : Definitions.document(schemaFile()).get("oneOf")) {
            Definition definition = new Definition(schemaFile(), member).resolved();
            found.put(definition.node().at("/properties/type/const").textValue(), definition);
        }
        return found;
    }

    /** Type → the example file's content. */
    Map<String, JsonNode> examples() {
        SortedMap<String, JsonNode> found = new TreeMap<>();
        Resources.names("examples/" + path)
                .forEach(name -> found.put(
                        name.substring(0, name.length() - ".json".length()),
                        Resources.json("examples/" + path + "/" + name)));
        return found;
    }

    /** The types of all records of the sealed interface. */
    SortedSet<String> recordTypes() {
        SortedSet<String> types = new TreeSet<>();
        collect(messages, types);
        return types;
    }

    private static void collect(Class<?> type, SortedSet<String> types) {
        if (type.isRecord()) {
            JsonTypeName name = type.getAnnotation(JsonTypeName.class);
            types.add(name == null ? type.getSimpleName() : name.value());
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(permitted, types);
        }
    }
}
