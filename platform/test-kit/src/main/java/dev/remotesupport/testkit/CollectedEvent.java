package dev.remotesupport.testkit;

import java.util.Map;

/**
 * An event as it stood on its topic.
 *
 * @param type the CloudEvents type, empty when there is none
 * @param headers all headers as text
 * @param body the JSON text
 */
public record CollectedEvent(String topic, String key, String type, Map<String, String> headers, String body) {}
