package dev.remotesupport.chat.progress;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is unread in one conversation. */
record Unread(
        UUID sessionId,

        @Schema(description = "The sequence of the newest message.", examples = "17")
        long last,

        @Schema(description = "The newest sequence that its technician has read.", examples = "14")
        long read,

        @Schema(description = "The customer's messages after that; 1,000 stands for that many or more.", examples = "2")
        int unread) {}
