package dev.remotesupport.gateway.login;

import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.organisation.Organisation;
import java.util.Optional;

/** A person who has proved who they are, and the refresh token that keeps them signed in. */
record SignedIn(Account account, Optional<Organisation> organisation, String refreshToken) {}
