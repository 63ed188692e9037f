/**
 * The Reading: what leaves the engine. Plain JSON, one object an article version, as `hearsay read --json` prints it.
 * All offsets are UTF-16 code units of `text`, half-open. A role that is absent is null.
 */
import type { Block, Document, Span } from '../text/document.ts';
import type { SpeechAct, Stance } from './acts/speech-acts.ts';
import type { Claim } from './claims/claim.ts';
import type { Relation } from './places/find-mentions.ts';
import type { PlaceKind, Precision } from './places/kinds.ts';
import type { PlaceOffset, PlaceSite } from './places/read-offset.ts';

export interface Reading {
  readonly id: string;
  readonly text: string;
  readonly textSha256: string;
  readonly offsetUnit: 'utf16';
  readonly engine: Engine;
  readonly article: Article;
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
  readonly sentences: readonly Extent[];
  readonly statements: readonly Statement[];
  readonly actors: readonly Actor[];
  readonly moments: readonly Moment[];
  readonly sides: readonly Side[];
  readonly assertions: readonly Assertion[];
  readonly wording: readonly Wording[];
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
}

export interface Engine {
  readonly name: 'hearsay';
  readonly version: string;
  /** Name of each model to the first 12 hexadecimal digits of the SHA-256 of its file. */
  readonly models: Readonly<Record<string, string>>;
}

/** What the article says about itself; null where it does not say. Dates as the source gives them, in ISO 8601. */
export interface Article {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly url: string | null;
  /** BCP 47 tag, as identified from the text. */
  readonly language: string | null;
  readonly credit: string | null;
  /** Every value found for a field, in the order in which they were preferred; the first one won. */
  readonly candidates?: Readonly<Record<string, readonly Candidate[]>>;
}

export interface Candidate {
  readonly value: string;
  /** Where it was found: "json-ld", "og:title", "meta[name=author]", "time[datetime]", "microdata", "text" … */
  readonly from: string;
}

/** A piece of the input that is not in the text, and why. */
export interface LeftOut {
  readonly reason: string;
  readonly text: string;
}

/** A doubt about the reading; it never withholds the reading. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
}

export type StatementKind = 'direct' | 'indirect' | 'mixed';

/** One role of a statement: its spans, in order of the text, and the exact words (joined by " … " where split). */
export interface Role {
  readonly spans: readonly Span[];
  readonly text: string;
}

/** How sure it is who a source is: named in these words, told by other words of the article, open between several, or unknown. */
export type Resolution = 'known' | 'implied' | 'uncertain' | 'none';

/** An actor that a source may be. */
export interface ActorCandidate {
  /** Id of an actor of the same reading. */
  readonly actor: string;
  readonly name: string;
  readonly probability: number;
}

/** Who a source is. */
export interface Identity {
  /** Id of the actor, or null where that is open; a joint source ("police and the mayor") has its first one here. */
  readonly actor: string | null;
  readonly resolution: Resolution;
  /** Who it may be where that is uncertain, likeliest first; all of the actors where the source is joint. */
  readonly candidates: readonly ActorCandidate[];
  /** How the actor was told from the words: "pronoun: she → Reva Marsh", "capital stands for a government". */
  readonly why: readonly string[];
}

/** The source of a statement, and who that is. */
export interface Source extends Role, Identity {}

export type ActorType = 'person' | 'organization' | 'state' | 'outlet' | 'document' | 'group' | 'unnamed';

/** What an unnamed source is said to be. It is typed, never identified. */
export type UnnamedType =
  | 'official'
  | 'aide'
  | 'diplomat'
  | 'military'
  | 'police'
  | 'expert'
  | 'witness'
  | 'resident'
  | 'familiar'
  | 'document'
  | 'account'
  | 'report'
  | 'passive'
  | 'other';

/** Who a source is: one for each person, body, state, outlet or document of an article, and for each unnamed source it describes. */
export interface Actor {
  /** "act_" and a hash of the text's hash and the first mention's span. */
  readonly id: string;
  /** The fullest name in the article; of an unnamed source, the words that describe it. */
  readonly name: string;
  readonly type: ActorType;
  readonly unnamedType: UnnamedType | null;
  /** As stated: "two", "several", "dozens of", "a" (also for "an"); null where it is not, and of those with a name. */
  readonly number: string | null;
  /** As stated: "who was not authorised to speak"; null where it is not. */
  readonly conditions: string | null;
  /** Post or trade in the text's words, without article and affiliation, several joined by "; ": "Colonel; spokesman". */
  readonly role: string | null;
  /** The body, place or person it belongs to, in the text's words: "border police", "Ketrian". */
  readonly affiliation: string | null;
  /** Short forms and acronyms by which the article also names it. */
  readonly aliases: readonly string[];
  readonly mentions: readonly Span[];
  readonly why: readonly string[];
}

/** Where an attribution stands in the text: who (source), by which words (cue), what (content). */
export interface Attribution {
  /** "stmt_" and a hash of the text's hash and the spans of the three roles: the same spans give the same id. */
  readonly id: string;
  readonly kind: StatementKind;
  readonly source: Role | null;
  readonly cue: Role | null;
  readonly content: Role | null;
  /** The id of the statement that this one stands in, or null. */
  readonly parent: string | null;
  /** How many statements this one stands in: hands between its source and the outlet. */
  readonly relayDepth: number;
  /** Probability, calibrated on held-out articles, that source and content are both right. */
  readonly confidence: number;
  readonly why: readonly string[];
}

/** What an attribution does, and how the outlet gives it. */
export interface Act {
  readonly speechAct: SpeechAct;
  readonly stance: Stance;
  /** The act did not take place ("did not say"); a denial ("denied saying") did, and is not negated. */
  readonly negated: boolean;
  /** The act is yet to take place, may do so, or is supposed ("has yet to say", "might say", "if he says"). */
  readonly hypothetical: boolean;
  /** The words that hedge, of the content and, where the outlet itself hedges ("reportedly"), of the cue. */
  readonly hedges: readonly Span[];
  /** How certain source and outlet make the content sound, 0 … 1; 0 where nothing is put forward as being so. */
  readonly certainty: number;
}

/** When an act of saying took place, as the article tells it. */
export interface Said {
  /** Id of the moment that tells it. */
  readonly moment: string;
  readonly edtf: string | null;
  readonly basis: MomentBasis;
  /** "implied" where the words are those of a statement before it, of the same source, whose time goes on. */
  readonly resolution: 'known' | 'implied';
  readonly why: readonly string[];
}

/** How a statement leaves its source out: in a passive ("it is believed"), or in an adverb ("reportedly"). */
export type Sourceless = 'passive' | 'adverb';

/** One attribution, with what it does, and with who its source is. */
export interface Statement extends Attribution, Act {
  readonly source: Source | null;
  /** How the source is left out; null where there is one, and where neither form tells so. */
  readonly sourceless: Sourceless | null;
  /** Null where the article does not tell when it was said; the day of publication is never put in its place. */
  readonly said: Said | null;
}

/** A side of the matter: whether it was heard. The words are those that name it, as they stand. */
export interface Side extends Role {
  readonly actor: string | null;
  /**
   * "approached": asked, and gave no answer or declined to; "heard": approached or accused, with a statement in the article;
   * "absent": accused, and neither heard nor approached (src/reading/actors/tell-sides.ts).
   */
  readonly status: 'heard' | 'approached' | 'absent';
  /** The words that tell so: "did not respond to a request for comment"; the cue of what it says; of an absent one the cue that accuses. */
  readonly cue: Role;
  readonly why: readonly string[];
}

/** A sentence, or part of one, that the outlet states in its own voice. */
export interface Assertion extends Extent {
  /** "asrt_" and a hash of the text's hash and the span: the same span gives the same id. */
  readonly id: string;
  readonly hedges: readonly Span[];
  /** How worth checking it is, 0 … 1, as a rank among assertions; says nothing of whether it is true. */
  readonly check: number;
  /** The id of a statement with a source that tells the same fact, or null where the article has none. */
  readonly sourced: string | null;
}

/**
 * On what a time was resolved: all of it is said · counted from the day of publication, or from the day on which the words were said ·
 * placed beside an event · from other times that the article names.
 */
export type MomentBasis = 'explicit' | 'relative:published' | 'relative:said' | 'relative:event' | 'context';

/** Parts of a date by name: "year", "month", "weekday", "hour" … */
export type MomentParts = Readonly<Record<string, number | string>>;

/** A TIMEX3 annotation (TimeML 1.2.1). */
export interface Timex {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly mod: string | null;
}

/** What a moment hangs on: the cue of a statement, whose time it is, or the word that tells what happened then. */
export interface MomentAnchor {
  readonly kind: 'saying' | 'event';
  readonly spans: readonly Span[];
  /** The id of the statement that was said then; null of an event. */
  readonly statement: string | null;
}

/** A time that the text names. Its span is that of TIMEX3: "since" and "before" stand outside of it. */
export interface Moment extends Extent {
  /** "mom_" and a hash of the text's hash and the span: the same span gives the same id. */
  readonly id: string;
  readonly text: string;
  /** EDTF (ISO 8601-2, level 2), or null where no date is known. */
  readonly edtf: string | null;
  /** First and last day, or the time of day, in ISO 8601; null where it is open or unknown. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: MomentBasis;
  /** Null for what is not one TIMEX3: an interval whose ends are moments of their own. */
  readonly timex: Timex | null;
  /** What the words say, and what follows from the context. */
  readonly known: MomentParts;
  readonly implied: MomentParts;
  /** Null where it hangs on nothing, and until the stage `anchors` has run. */
  readonly anchor: MomentAnchor | null;
  readonly why: readonly string[];
}

/** A loaded word in the outlet's own voice, beside a plainer one. */
export interface Wording extends Extent {
  readonly text: string;
  readonly plainer: string;
  readonly reason: string;
}

/** A name of a place, and where that is; unplaced where that cannot be told. */
export interface Place extends Extent {
  /** "plc_" and a hash of the text's hash and the span: the same span gives the same id. */
  readonly id: string;
  readonly text: string;
  /** The place's own name; the words as they stand where it is unplaced. */
  readonly name: string;
  /** ISO 3166-1 alpha-2 (XK for Kosovo); null for what is in no one country, and where it is unplaced. */
  readonly country: string | null;
  readonly geonamesId: number | null;
  /** Degrees; null where it is unplaced. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** What the coordinates are those of; those of a country (or a sea, or a continent) and of a region are no points to draw. */
  readonly precision: Precision | null;
  readonly kind: PlaceKind | null;
  /** How what is spoken of lies to the place: there, in a part of it ("northern Iraq"), or near it ("a village near Kharkiv"). */
  readonly relation: Relation;
  /** How far and which way what is spoken of lies from the place ("20 km north of"), as far as the words say; no point is reckoned from it. */
  readonly offset: PlaceOffset | null;
  /** The words for the site in or near the place ("a quay at Morrin"), of which the coordinates are not. */
  readonly site: PlaceSite | null;
  /** The word is an adjective of a country beside a word for a place: "the Syrian capital". */
  readonly adjective: boolean;
  /** Probability that the place is the right one; that of the likeliest one where it is unplaced. */
  readonly score: number;
  readonly why: readonly string[];
}

/** What intake hands to the engine: one article version, ready to read. */
export interface ReadingInput {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly article: Article;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
}

/** A document as the stages of `reading` see it: with what the words say beside the words. */
export interface ReadDocument extends Document {
  /** The name of the outlet that published it, as intake found it; null or undefined where that is not known. */
  readonly outlet?: string | null;
  /** When the article was published, in ISO 8601, or null; what "today" means goes by it. */
  readonly published?: string | null;
  moments?: readonly Moment[];
  /** When each statement was said: one a statement, in the same order. */
  said?: readonly (Said | null)[];
  statements?: readonly Attribution[];
  /** One a statement, in the same order. */
  acts?: readonly Act[];
  /** Who the sources are: one a statement, in the same order, null where a statement has none. */
  sources?: readonly (Identity | null)[];
  /** How each statement leaves its source out, in the same order; null where it does not. */
  sourceless?: readonly (Sourceless | null)[];
  actors?: readonly Actor[];
  sides?: readonly Side[];
  /** Whose words each token is: see src/reading/voices. */
  voices?: Uint8Array;
  assertions?: readonly Assertion[];
  wording?: readonly Wording[];
  places?: readonly Place[];
  claims?: readonly Claim[];
}
