package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A customer's tab and the technician who watches it, as programs: asked, allowed, nothing sent yet. */
record WatchedRoom(WebSocket customer, WebSocket technician) {

    /** @param onEvents hears what the technician gets of the tab's recording, as it is on the wire */
    static WatchedRoom open(SuiteClient suite, String staffToken, Consumer<String> onEvents) throws Exception {
        var visitor = suite.visitor();
        var session = suite.startChat(visitor);
        suite.assign(staffToken, session);
        var asked = new CompletableFuture<String>();
        var watched = new CompletableFuture<Void>();
        var customer = suite.welcomed("/ws/signaling", suite.participantToken(visitor, session), message -> {
            switch (message.get("type").asText()) {
                case "grant.requested" -> asked.complete(message.get("request").asText());
                case "cobrowse.watched" -> {
                    if (message.get("watchers").asInt() > 0) {
                        watched.complete(null);
                    }
                }
                default -> {}
            }
        });
        var granted = new CompletableFuture<Void>();
        var tab = new CompletableFuture<String>();
        var technician = suite.signaling(suite.participantToken(staffToken, session), frame -> {
            if (frame.contains("\"cobrowse.events\"")) {
                onEvents.accept(frame);
                return;
            }
            var message = SuiteClient.read(frame);
            if (message.path("outcome").asText().equals("given")) {
                granted.complete(null);
            }
            findCustomer(message, tab);
        });
        var unused = technician.writeTextMessage("{\"type\":\"grant.request\",\"capability\":\"view\"}");
        unused = customer.writeTextMessage(
                "{\"type\":\"grant.answer\",\"request\":\"" + asked.get(10, TimeUnit.SECONDS) + "\",\"allowed\":true}");
        granted.get(10, TimeUnit.SECONDS);
        unused = technician.writeTextMessage(
                "{\"type\":\"cobrowse.watch\",\"participant\":\"" + tab.get(10, TimeUnit.SECONDS) + "\"}");
        watched.get(10, TimeUnit.SECONDS);
        return new WatchedRoom(customer, technician);
    }

    boolean isOpen() {
        return !customer.isClosed() && !technician.isClosed();
    }

    /** The technician's own room state names the customer's tab; ask for it by joining order. */
    private static void findCustomer(JsonNode message, CompletableFuture<String> tab) {
        message.path("participants").forEach(participant -> complete(participant, tab));
        if (message.path("participant").isObject()) {
            complete(message.get("participant"), tab);
        }
    }

    private static void complete(JsonNode participant, CompletableFuture<String> tab) {
        if (participant.path("seat").asText().equals("customer")) {
            tab.complete(participant.get("id").asText());
        }
    }
}
