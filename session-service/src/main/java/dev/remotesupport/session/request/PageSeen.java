package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Limits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The page on which help was asked for. Only web addresses, because the console shows it as a link. */
record PageSeen(
        @NotNull
        @Size(max = Limits.URL)
        @Pattern(regexp = "https?://\\S+", message = "must be a web address")
        @Schema(examples = "https://shop.example.com/checkout")
        String url,

        @Size(max = Limits.TITLE) @Schema(examples = "Checkout")
        String title) {}
