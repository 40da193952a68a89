package org.onrecord.claim;

import org.onrecord.article.Outlets;

class RuleClaimExtractorContractTest extends ClaimExtractorContract {
    private static final ClaimExtractor EXTRACTOR = new RuleClaimExtractor(Outlets.load());

    @Override
    ClaimExtractor extractor() {
        return EXTRACTOR;
    }
}
