package dev.remotesupport.gateway.account;

import dev.remotesupport.contracts.Limits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who gets an account. */
public record NewAccount(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = Limits.NAME) String name,

        @NotNull @Size(min = PASSWORD_MIN, max = PASSWORD_MAX)
        String password) {

    /** Characters of a password: length is what makes it strong. */
    public static final int PASSWORD_MIN = 12;

    public static final int PASSWORD_MAX = 200;
}
