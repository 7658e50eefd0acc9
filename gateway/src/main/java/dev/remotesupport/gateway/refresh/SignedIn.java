package dev.remotesupport.gateway.refresh;

import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.organisation.Organisation;
import java.util.Optional;

/** A person who has proved who they are, the refresh token that keeps them signed in, and until when it does. */
public record SignedIn(
        Account account, Optional<Organisation> organisation, String refreshToken, SignInLife.Ends ends) {}
