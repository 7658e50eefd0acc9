package dev.remotesupport.session.context;

import dev.remotesupport.session.casefile.CaseFile;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Instant;
import java.util.List;

/**
 * What there was with a customer.
 *
 * @param count all sessions, the one looked at included
 * @param since when the first was asked for
 * @param sessions the newest others
 */
record History(long count, Instant since, List<Session> sessions, List<CaseFile> cases) {}
