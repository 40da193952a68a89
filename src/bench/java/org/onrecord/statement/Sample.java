package org.onrecord.statement;

import java.util.List;

/** Sentences of the length that news has, written for measuring. */
final class Sample {
    static final List<String> SENTENCES = List.of(
            "Lindmar council approved 2,500 new homes beside the old harbour on Tuesday, despite protests by residents.",
            "The council of Lindmar voted for about 2,500 homes at the harbour, the mayor's office said.",
            "At least 12 people were killed and 85 injured when a ferry ran aground off Port Ambry.",
            "Rescuers had found 14 bodies by nightfall, the coast guard of Delmara said in a statement.",
            "The Bank of Norvenia left its key rate unchanged at 4.25 per cent, as most economists had expected.",
            "Governor Elin Tarsted said inflation would fall below three per cent by September 2025.",
            "Nobody was hurt.",
            "The ministry declined to comment on the report that the minister had offered to resign in May.",
            "Talks between Kestrane and the rebels of the northern provinces broke up without an agreement.",
            "Three sources close to the talks told the agency that both sides would meet again within a week.",
            "Prime Minister Anders Holt denied that he had known of the payments before the election.",
            "Shares of Meridian Freight fell 7 per cent after the company cut its forecast for the year to $38 million.");

    private Sample() {}
}
