package org.onrecord.claim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people, institutions and unnamed sources an article has introduced so far, and which of them a surname, a role
 * or a pronoun means. One an article; every question costs the length of the phrase.
 */
final class Referents {
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}'’.-]+");
    private static final Pattern DEFINITE = Pattern.compile(
            "(?i)^(?:the|this|that|these|those|both|another|one of the|one of those|one of them|two of the|some of the|a second|a third|second)\\b.*");

    private static final Set<String> ROLES_APART = Set.of(
            "one", "of", "the", "second", "first", "third", "other", "both", "these", "those", "this", "that", "a",
            "an", "another", "two", "three");

    /** What a place stands behind. */
    private static final Set<String> WITHIN = Set.of("in", "of", "near", "across", "outside", "throughout");

    private static final Set<String> COMPANIES =
            Set.of("the company", "the firm", "the group", "the carrier", "the airline", "the carmaker");

    private static final Set<String> ITS = Set.of("its", "itself");

    /** What an outlet is called when it has been named. */
    private static final List<String> OUTLET_ROLES =
            List.of("agency", "newspaper", "paper", "broadcaster", "daily", "outlet", "newswire", "magazine");

    private static final Set<String> OUTLET_QUALITIES =
            Set.of("the", "news", "press", "state", "local", "same", "that");

    /** Outlets by the roles that they alone may have. */
    private final Map<String, String> outletByRole = new HashMap<>();

    private final Map<String, String> byLastName = new HashMap<>();
    private final Map<String, String> byHead = new HashMap<>();
    /** Mentions with a title, an age or a role, and of those who spoke by their names. */
    private final Set<String> people = new HashSet<>();
    /** What something happened in, or what has something of "its" own: nobody's surname. */
    private final Set<String> places = new HashSet<>();

    private final ShortNames shortNames = new ShortNames();
    private Optional<String> man = Optional.empty();
    private Optional<String> woman = Optional.empty();
    private Optional<String> institution = Optional.empty();
    private Optional<String> group = Optional.empty();

    /** Who was last named with a title, an age or a role, and has not spoken. */
    private Optional<String> mentioned = Optional.empty();
    /** Who was last called by one word that may be a surname. */
    private Optional<String> surname = Optional.empty();
    /** Whom the sentence before was about, in this paragraph. */
    private Optional<String> subject = Optional.empty();
    /** Whether a person has been introduced or spoken in this paragraph, and so on. */
    private boolean personHere;

    private boolean surnameHere;
    private boolean institutionHere;

    void startParagraph() {
        subject = Optional.empty();
        personHere = false;
        surnameHere = false;
        institutionHere = false;
    }

    /** Notes the named ones of some words, so that later sentences may call them by a surname or a role. */
    void readNames(Unit unit, Range words) {
        unit.sentences().stream()
                .filter(sentence -> words.from() <= sentence.from() && sentence.to() <= words.to())
                .forEach(sentence -> readNamesOf(unit, sentence));
    }

    private void readNamesOf(Unit unit, Range words) {
        int i = words.from();
        while (i < words.to()) {
            int end = i;
            while (unit.at(end).tag().equals("PROPN") && end < words.to() && end - i < 10) {
                end++;
            }
            if (end > i) {
                int from = i;
                while (from > 0 && i - from < 4 && isTitle(unit.at(from - 1))) {
                    from--;
                }
                if (!NounPhrases.isTime(unit.at(i))) {
                    introduce(unit, new Range(from, end), end - i > 1);
                }
                i = end;
            }
            i++;
        }
        Optional<String> about = Subjects.of(unit, words).map(unit::text);
        notePlaces(unit, words, about);
        shortNames.note(unit, words);
        subject = about.map(this::known).or(() -> subject);
    }

    private void notePlaces(Unit unit, Range words, Optional<String> about) {
        for (int i = words.from(); i < words.to(); i++) {
            if (WITHIN.contains(unit.at(i).lower()) && unit.at(i + 1).tag().equals("PROPN")) {
                places.add(unit.at(i + 1).text());
            }
        }
        if (unit.has(words, ITS)) {
            about.ifPresent(places::add);
        }
    }

    private static boolean isTitle(Token token) {
        return token.tag().equals("NOUN") || token.tag().equals("ADJ");
    }

    private void introduce(Unit unit, Range words, boolean whole) {
        String mention = unit.text(words);
        Optional<String> role = Appositions.role(unit, words);
        if (whole) {
            introduce(mention);
            boolean titled = isTitle(unit.at(words.from())) || SourceTypes.hasTitle(mention);
            boolean person = SourceTypes.of(mention) == SourceType.PERSON
                    && (titled || role.isPresent() || Appositions.hasAge(unit, words.to()));
            boolean first = unit.sentenceStarts().contains(words.from())
                    || unit.at(words.from() - 1).tag().equals("PUNCT");
            if (person) {
                people.add(mention);
                if (first) {
                    rememberPerson(mention, "");
                } else {
                    mentioned = Optional.of(mention);
                }
            }
        }
        role.ifPresent(head -> byHead.put(key(head), mention));
    }

    private void introduce(String mention) {
        String[] words = SPACE.split(mention, -1);
        shortNames.note(mention, words);
        byLastName.putIfAbsent(key(words[words.length - 1]), mention);
        for (String word : words) {
            byHead.put(key(word), byLastName.getOrDefault(key(words[words.length - 1]), mention));
        }
    }

    /** Notes once more who spoke, since whoever they spoke of has been noted after them. */
    void again(String mention) {
        remember(mention, "");
    }

    /** Lets "the agency" and the like mean an outlet, until another agency is named. */
    void introduceOutlet(String mention) {
        for (String role : OUTLET_ROLES) {
            byHead.remove(role);
            outletByRole.put(role, mention);
        }
    }

    /** The mention that a role means, without noting that it was asked for. */
    String known(String phrase) {
        return named(phrase, phrase.toLowerCase(Locale.ROOT));
    }

    /** The mention that introduced what the words name; the words themselves when they introduce somebody. */
    String resolve(Unit unit, Range words) {
        String phrase = unit.text(words);
        String lower = phrase.toLowerCase(Locale.ROOT);
        String resolved =
                switch (lower) {
                    case "the man", "the same person" ->
                        man.filter(Referents::isUnnamed).orElse(phrase);
                    case "the woman" -> woman.filter(Referents::isUnnamed).orElse(phrase);
                    case "she" -> person(woman).orElse(phrase);
                    case "he" -> person(man).orElse(phrase);
                    case "it" -> institution(unit, words).orElse(phrase);
                    case "they" -> group.or(() -> institution).orElse(phrase);
                    default -> {
                        String known = named(phrase, lower);
                        yield known.equals(phrase) && COMPANIES.contains(lower)
                                ? owner(unit, words).orElse(phrase)
                                : known;
                    }
                };
        remember(resolved, lower);
        return resolved;
    }

    /** "Norlink's control room noticed it, the company says": Norlink. */
    private Optional<String> owner(Unit unit, Range words) {
        Range sentence = unit.sentenceOf(words.from());
        int from = unit.trim(sentence, true).from();
        int to = NounPhrases.nameAfter(unit, from);
        boolean leads = to > from
                && to < words.from()
                && (unit.at(to).is("'s") || unit.at(to).isVerb());
        return Optional.of(new Range(from, to))
                .filter(name -> leads)
                .map(unit::text)
                .filter(name -> !people.contains(known(name)));
    }

    private Optional<String> institution(Unit unit, Range words) {
        if (institutionHere) {
            return institution;
        }
        // In "..., it said" the sentence's own subject is nearer than that of the sentence before.
        return Subjects.of(unit, unit.sentenceOf(words.from()))
                .filter(own -> own.to() <= words.from())
                .map(unit::text)
                .map(this::known)
                .or(() -> subject)
                .filter(Referents::isInstitution)
                .or(() -> institution);
    }

    private Optional<String> person(Optional<String> spoke) {
        if (personHere && spoke.isPresent()) {
            return spoke;
        }
        return subject.filter(people::contains)
                .or(() -> surname.filter(name -> surnameHere && mayBeSurname(name)))
                .or(() -> spoke)
                .or(() -> mentioned)
                .or(() -> surname.filter(this::mayBeSurname));
    }

    private static boolean isUnnamed(String mention) {
        return SourceTypes.of(mention) == SourceType.ANONYMOUS;
    }

    private static boolean isInstitution(String mention) {
        return SourceTypes.of(mention) == SourceType.INSTITUTION;
    }

    private String named(String phrase, String lower) {
        String[] words = SPACE.split(phrase, -1);
        String last = key(words[words.length - 1]);
        boolean bare = words.length == 1 || (words.length == 2 && lower.startsWith("the "));
        Optional<String> spelt = bare ? shortNames.of(words[words.length - 1]) : Optional.empty();
        if (spelt.isPresent()) {
            return spelt.get();
        }
        if (DEFINITE.matcher(lower).matches()) {
            if (last.equals("source") || last.equals("people") || last.equals("them")) {
                return group.or(() -> Optional.ofNullable(byHead.get("source"))).orElse(phrase);
            }
            String outlet = outletByRole.get(last);
            if (outlet != null && !byHead.containsKey(last) && isOutletRole(words)) {
                return outlet;
            }
            for (int i = words.length - 1; i >= 0; i--) {
                String known = byHead.get(key(words[i]));
                if (known != null && !ROLES_APART.contains(words[i].toLowerCase(Locale.ROOT)) && words.length <= 4) {
                    return known;
                }
            }
            return phrase;
        }
        String known = byLastName.get(last);
        return words.length <= 2 && known != null && SPACE.split(known, -1).length > words.length ? known : phrase;
    }

    private static boolean isOutletRole(String[] words) {
        for (int i = 0; i < words.length - 1; i++) {
            if (!OUTLET_QUALITIES.contains(words[i].toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private void remember(String mention, String asked) {
        SourceType type = SourceTypes.of(mention);
        String[] words = SPACE.split(mention, -1);
        shortNames.note(mention, words);
        for (String word : words) {
            String key = key(word);
            if (!key.isEmpty() && Character.isLowerCase(word.codePointAt(0))) {
                byHead.put(key, mention);
            }
        }
        switch (type) {
            case PERSON -> {
                people.add(mention);
                byLastName.putIfAbsent(key(words[words.length - 1]), mention);
                rememberPerson(mention, asked);
            }
            case INSTITUTION, DOCUMENT -> {
                institution = Optional.of(mention);
                institutionHere = true;
                if (words.length == 1 && byLastName.containsKey(key(words[0]))) {
                    rememberPerson(mention, asked);
                } else if (words.length == 1) {
                    surname = Optional.of(mention);
                    surnameHere = true;
                }
            }
            case ANONYMOUS -> {
                if (words[words.length - 1].endsWith("s")
                        || mention.contains("people")
                        || mention.contains("sources")) {
                    group = Optional.of(mention);
                } else {
                    rememberPerson(mention, asked);
                    group = group.or(() -> Optional.of(mention));
                }
            }
            case CROWD -> group = Optional.of(mention);
            case UNKNOWN -> rememberPerson(mention, asked);
        }
    }

    private boolean mayBeSurname(String word) {
        String whole = byHead.getOrDefault(key(word), "");
        return !word.equals(word.toUpperCase(Locale.ROOT)) && !places.contains(word) && !isInstitution(whole);
    }

    private void rememberPerson(String mention, String asked) {
        if (!SourceTypes.canBeOnePerson(mention)) {
            return;
        }
        Optional<String> person = Optional.of(mention);
        personHere = true;
        if (asked.equals("she")) {
            woman = person;
        } else if (asked.equals("he")) {
            man = person;
        } else {
            // Nothing tells the gender of somebody new: either pronoun may mean them.
            woman = person;
            man = person;
        }
    }

    private static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        return bare.length() > 3 && bare.endsWith("s") && !bare.endsWith("ss")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }
}
