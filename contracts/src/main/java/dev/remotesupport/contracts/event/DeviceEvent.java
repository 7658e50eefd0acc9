package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to devices, from the device service. */
@JsonSubTypes({@JsonSubTypes.Type(DeviceSeen.class)})
public sealed interface DeviceEvent extends Event permits DeviceSeen {

    String TOPIC = "device.events.v1";

    /** The device, which is also the key. */
    UUID deviceId();

    @Override
    default String key() {
        return deviceId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }
}
