package org.onrecord.revision;

import java.util.Optional;
import org.onrecord.resolution.Report;
import org.onrecord.statement.Statement;

/** What a revision changes for the rest of the world. */
public interface Changes {
    /** The claim as it stands now; empty when the newest revision does not carry it. */
    void claim(String claimId, Optional<CarriedClaim> claim);

    void occurred(Statement statement, Report report);
}
