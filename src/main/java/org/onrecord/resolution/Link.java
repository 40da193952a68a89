package org.onrecord.resolution;

import java.util.Optional;

/**
 * What a statement knows of one of its candidates.
 *
 * @param lead who leads the candidate; empty until it has said so
 */
public record Link(Candidate candidate, Optional<Lead> lead) {}
