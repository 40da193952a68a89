package org.onrecord.claim;

import org.onrecord.article.Outlets;

class TaggedClaimExtractorContractTest extends ClaimExtractorContract {
    private static final ClaimExtractor EXTRACTOR = new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION);

    @Override
    ClaimExtractor extractor() {
        return EXTRACTOR;
    }
}
