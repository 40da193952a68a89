package org.onrecord.resolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.onrecord.resolution.StatementMessage.Answer;
import org.onrecord.resolution.StatementMessage.Ask;
import org.onrecord.resolution.StatementMessage.Found;
import org.onrecord.resolution.StatementMessage.Join;
import org.onrecord.resolution.StatementMessage.Leave;
import org.onrecord.resolution.StatementMessage.LedBy;
import org.onrecord.resolution.StatementMessage.Lost;
import org.onrecord.resolution.StatementMessage.MemberReport;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.statement.Matcher;

/**
 * The statement's side of resolution: enters its blocks, and once every block has answered, joins the fact of its best
 * candidate and follows that candidate's changes. As a leader it hands its members to {@link FactKeeper}.
 *
 * <p>One instance serves all actors of a partition; it is not safe to share between threads.
 */
public final class StatementActor {
    private final Matcher matcher;
    private final StatementStores stores;
    private final FactKeeper facts;

    public StatementActor(Matcher matcher, StatementStores stores, FactKeeper facts) {
        this.matcher = matcher;
        this.stores = stores;
        this.facts = facts;
    }

    /** Takes one message to the statement {@code id}; what follows from it goes to {@code out}. */
    public void receive(String id, StatementMessage message, Outbox out) {
        Turn turn = new Turn(id, out);
        turn.inbox.add(message);
        while (!turn.inbox.isEmpty()) {
            take(turn, turn.inbox.remove());
        }
        if (turn.factTouched) {
            facts.refresh(id, out);
        }
    }

    /** One call of {@link #receive}: what an actor sends to itself is taken in the same turn and saves a hop. */
    private static final class Turn {
        final String id;
        final Outbox out;
        final Queue<StatementMessage> inbox = new ArrayDeque<>();
        boolean factTouched;

        Turn(String id, Outbox out) {
            this.id = id;
            this.out = out;
        }

        void send(String statement, StatementMessage message) {
            if (statement.equals(id)) {
                inbox.add(message);
            } else {
                out.toStatement(statement, message);
            }
        }
    }

    private void take(Turn turn, StatementMessage message) {
        if (message instanceof Occurred occurred) {
            occurred(turn, occurred);
        } else if (message instanceof Answer answer) {
            answered(turn, answer);
            decide(turn);
        } else if (message instanceof Found found) {
            note(turn, found.block(), found.candidate());
            decide(turn);
        } else if (message instanceof Lost lost) {
            lose(turn, lost.block(), lost.candidate());
            decide(turn);
        } else if (message instanceof Ask ask) {
            stores.followers().put(turn.id, ask.follower(), ask.follower());
            StatementState self = state(turn.id);
            self.leader().ifPresent(leader -> turn.send(ask.follower(), led(self)));
        } else if (message instanceof LedBy led) {
            led(turn, led);
            decide(turn);
        } else if (message instanceof Join join) {
            turn.factTouched |= facts.join(turn.id, join);
        } else if (message instanceof Leave leave) {
            turn.factTouched |= facts.leave(turn.id, leave);
        } else if (message instanceof MemberReport report) {
            turn.factTouched |= facts.report(turn.id, report);
        }
    }

    private StatementState state(String id) {
        return stores.statement(id)
                .orElseThrow(() -> new IllegalStateException("a message for a statement that never occurred: " + id));
    }

    private void occurred(Turn turn, Occurred occurred) {
        Report report = occurred.report();
        long at = report.occurrence().at().toEpochMilli();
        Optional<StatementState> known = stores.statement(turn.id);
        StatementState self = known.orElseGet(() -> StatementState.begun(occurred.statement(), at));
        boolean earlier = known.isEmpty() || at < self.firstSeen();
        if (earlier) {
            OptionalLong former = known.isPresent() ? OptionalLong.of(self.firstSeen()) : OptionalLong.empty();
            self = self.seenAt(at);
            stores.put(self);
            for (String block : self.statement().blocks().stream().sorted().toList()) {
                turn.out.toBlock(
                        block,
                        new Insert(
                                turn.id,
                                at,
                                former,
                                self.statement().window(),
                                self.statement().sketch()));
            }
        }
        stores.reports().put(turn.id, report.occurrence().claimId(), report);
        self.leader().ifPresent(leader -> turn.send(leader, new MemberReport(turn.id, report)));
        if (earlier) {
            decide(turn);
        }
    }

    private void answered(Turn turn, Answer answer) {
        StatementState self = state(turn.id);
        if (self.answered().contains(answer.block())) {
            Set<String> named = new HashSet<>();
            answer.earlier().forEach(candidate -> named.add(candidate.statement()));
            List<String> others = new ArrayList<>();
            stores.links().each(turn.id, (candidate, link) -> {
                if (link.blocks().contains(answer.block()) && !named.contains(candidate)) {
                    others.add(candidate);
                }
            });
            others.forEach(candidate -> lose(turn, answer.block(), candidate));
        }
        answer.earlier().forEach(candidate -> note(turn, answer.block(), candidate));
        stores.put(self.answeredBy(answer.block()));
    }

    /** Keeps a candidate at its earliest time and asks it, once, who leads it. */
    private void note(Turn turn, String block, Candidate candidate) {
        Optional<Link> known = stores.links().get(turn.id, candidate.statement());
        if (known.isEmpty()) {
            turn.send(candidate.statement(), new Ask(turn.id));
        }
        Link link = known.orElseGet(() -> Link.begun(candidate)).namedBy(block, candidate);
        if (!known.equals(Optional.of(link))) {
            stores.links().put(turn.id, candidate.statement(), link);
        }
    }

    /** Forgets a candidate that no block names any more; named again, it is asked again. */
    private void lose(Turn turn, String block, String candidate) {
        stores.links().get(turn.id, candidate).map(link -> link.lostIn(block)).ifPresent(link -> {
            if (link.blocks().isEmpty()) {
                stores.links().delete(turn.id, candidate);
            } else {
                stores.links().put(turn.id, candidate, link);
            }
        });
    }

    private void led(Turn turn, LedBy led) {
        stores.links().get(turn.id, led.of()).ifPresent(link -> {
            Lead lead = Leads.compare(
                    matcher, led, link.candidate().relation(), state(turn.id).statement());
            stores.links().put(turn.id, led.of(), link.ledBy(lead));
        });
    }

    private void decide(Turn turn) {
        StatementState self = state(turn.id);
        if (!self.everyBlockHasAnswered()) {
            return; // a block may still name a better fact
        }
        Optional<Lead> chosen = choose(self);
        if (chosen.isEmpty()) {
            return;
        }
        Lead lead = chosen.get();
        boolean stays = self.leader().equals(Optional.of(lead.leader()));
        if (stays && self.relation() == lead.membership().relation()) {
            return;
        }
        if (!stays) {
            move(turn, self, lead.leader());
        }
        turn.send(lead.leader(), new Join(turn.id, lead.membership()));
        StatementState decided = self.ledBy(lead);
        stores.put(decided);
        stores.followers().each(turn.id, (follower, same) -> turn.send(follower, led(decided)));
    }

    private void move(Turn turn, StatementState self, String leader) {
        self.leader().ifPresent(former -> turn.send(former, new Leave(turn.id)));
        stores.reports().each(turn.id, (claim, report) -> {
            if (report.live()) {
                turn.send(leader, new MemberReport(turn.id, report));
            }
        });
    }

    /** The leader that the candidates known so far give; empty while one has not said who leads it. */
    private Optional<Lead> choose(StatementState self) {
        List<Link> earlier = new ArrayList<>();
        stores.links().each(self.id(), (other, link) -> {
            if (before(link.candidate(), self)) {
                earlier.add(link);
            }
        });
        earlier.sort(Comparator.comparing(Link::candidate, BEST_FIRST));
        if (earlier.stream().anyMatch(link -> link.lead().isEmpty())) {
            return Optional.empty();
        }
        earlier.removeIf(link -> link.lead().orElseThrow().leader().equals(self.id()));
        return Leads.closest(earlier, matcher.factThreshold()).or(() -> Optional.of(Leads.own(self.statement())));
    }

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::score)
            .reversed()
            .thenComparingLong(Candidate::firstSeen)
            .thenComparing(Candidate::statement);

    private static boolean before(Candidate other, StatementState self) {
        return other.firstSeen() < self.firstSeen()
                || (other.firstSeen() == self.firstSeen() && other.statement().compareTo(self.id()) < 0);
    }

    private static LedBy led(StatementState self) {
        return new LedBy(
                self.id(), self.leader().orElseThrow(), self.leaderSketch().orElseThrow(), self.relation());
    }
}
