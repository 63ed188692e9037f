/**
 * The ledger: what is kept. Articles, their versions and readings; every statement, assertion, actor, moment and place as a
 * row; what people ruled about them; and what intake has to remember. This file is the contract; a store (sqlite/) fulfils
 * it, and test/contract runs one suite over every store.
 *
 * A version's text and blocks are evidence and never change. Its reading is judgement and is replaced as a whole when
 * another engine, or another set of models, reads the same text again. A decision never changes a reading: it is laid
 * over the rows that are made of one. Everything is asynchronous, because a store may stand on another machine.
 */
import type { Engine, Reading } from '../reading/reading.ts';
import type { Added, ArticleEntry, Capture, KeptReading, KnownText, NewReading } from './articles.ts';
import type { Laid } from './decisions/laid.ts';
import type { Decision, DecisionState } from './decisions.ts';
import type { ActorRecord, AssertionRecord, ClaimRecord, MomentRecord, PlaceRecord } from './entries.ts';
import type {
  ActorProfile,
  ActorQuery,
  ActorSummary,
  ArticleQuery,
  FoundArticle,
  Page,
  StatementPage,
  StatementQuery,
} from './found.ts';
import type { Failure, IntakeSource, Removal, Run, SavedSearch } from './records.ts';
import type { StatementRecord } from './statements.ts';

export type * from './articles.ts';
export * from './decisions.ts';
export type * from './entries.ts';
export * from './found.ts';
export type * from './records.ts';
export * from './statements.ts';

/**
 * What can be asked of a ledger. Streams give one state of the ledger, in the order in which versions were added and
 * things stand in the text, hold a version at a time in memory, and may be left at any point.
 */
export interface LedgerReader {
  /** Every article in its latest version, the latest published first; those without a date last. */
  articles(): Promise<ArticleEntry[]>;
  /** One article in its latest version, or null. */
  article(articleId: string): Promise<ArticleEntry | null>;
  /** The articles of that URL, or that came from that URL or absolute path: an archive may hold many. */
  articlesAt(address: string): Promise<ArticleEntry[]>;
  /** The reading of the latest version of an article, or of the version named; null where the ledger has none. */
  reading(articleId: string, versionId?: string): Promise<Reading | null>;
  /** Whether these bytes from this place and time were read by this engine, and kept: then they need not be read again. */
  hasCapture(capture: Pick<Capture, 'path' | 'capturedAt' | 'bytesSha256'>, engine: Engine): Promise<boolean>;
  /**
   * The statements of the latest version of every article that fit the query, one page of them, with counts.
   *
   * @throws HearsayError E_INPUT where the search has a mistake (then it is a QueryError), or `after` is not of it.
   */
  statements(query?: StatementQuery): Promise<StatementPage>;
  /** The sources of the statements that fit the query, one row an actor across articles. Throws as `statements`. */
  actors(query?: ActorQuery): Promise<Page<ActorSummary>>;
  /** One actor across articles, by its id ("who_…"), or null. */
  actor(whoId: string): Promise<ActorProfile | null>;
  /** Articles by the words of their text and headline. Throws as `statements`. */
  searchArticles(query: ArticleQuery): Promise<Page<FoundArticle>>;
  /** The statement of that id, or null. A reprint has the ids of its original: the version added first is given where none is named. */
  statement(statementId: string, versionId?: string): Promise<StatementRecord | null>;

  /** Every article, the first added first. */
  eachArticle(): AsyncIterable<ArticleEntry>;
  /** The engine's readings, whatever people ruled. */
  eachReading(scope?: VersionScope): AsyncIterable<KeptReading>;
  eachStatement(scope?: VersionScope): AsyncIterable<StatementRecord>;
  eachActor(scope?: VersionScope): AsyncIterable<ActorRecord>;
  eachAssertion(scope?: VersionScope): AsyncIterable<AssertionRecord>;
  eachMoment(scope?: VersionScope): AsyncIterable<MomentRecord>;
  eachPlace(scope?: VersionScope): AsyncIterable<PlaceRecord>;
  eachClaim(scope?: VersionScope): AsyncIterable<ClaimRecord>;

  /** Every decision, in the order in which they were added. */
  eachDecision(): AsyncIterable<KeptDecision>;
  /** The decision of that id, or null. */
  decision(decisionId: string): Promise<KeptDecision | null>;
  /** The latest version of an article, or the version named, with decisions laid over its reading; null where the ledger has none. */
  laid(articleId: string, versionId?: string): Promise<LaidVersion | null>;
  /**
   * The version, the latest one added, that has an entry of that id (stmt_…, act_…, mom_…, plc_…, asrt_…, clm_…), or where an
   * actor across articles (who_…) is mentioned; null where there is none. Cost: for ids other than stmt_… a look at all entries of the kind.
   */
  holderOf(entryId: string): Promise<Holder | null>;
  /** Articles that were taken out, in that order. */
  removals(): Promise<Removal[]>;
  /** Feeds, lists and pages that intake watches, by address. */
  intakeSources(): Promise<IntakeSource[]>;
  savedSearches(): Promise<SavedSearch[]>;
  /** Runs of intake, of the engine and of migrations, the latest first. */
  runs(): Promise<Run[]>;
  /** What failed, in that order; of one run where it is named. */
  eachFailure(runId?: string): AsyncIterable<Failure>;
}

/** Which versions a stream goes over: the latest of each article (the default), all, or one. */
export type VersionScope = 'latest' | 'all' | { readonly versionId: string };

/** A decision, and how it stands now. */
export interface KeptDecision extends Decision {
  readonly state: DecisionState;
}

/** A version with decisions laid over. */
export interface LaidVersion extends Laid {
  readonly articleId: string;
  readonly versionId: string;
  /** What tells which article it is: see DecisionTarget. */
  readonly address: string;
}

/** Where an entry stands, and its id there. */
export interface Holder {
  readonly articleId: string;
  readonly versionId: string;
  readonly entryId: string;
}

/** A ledger as it was at one moment, whatever is written meanwhile: for exports of several streams. */
export interface LedgerSnapshot extends LedgerReader {
  /** Lets go of it. While it is held, the file cannot shrink. */
  close(): Promise<void>;
}

export interface Ledger extends LedgerReader {
  /** The file that holds the ledger. */
  readonly path: string;

  /** Keeps a reading: all of it or nothing. The same text under the same address is never kept twice. */
  addReading(reading: Reading, capture: Capture): Promise<Added>;
  /** Keeps several in one transaction, which costs less than one each; all of them or none. */
  addReadings(readings: readonly NewReading[]): Promise<Added[]>;
  /**
   * Spares reading a text again: where the ledger has it from the same engine, notes that it was seen and says so; null
   * where it has to be read.
   */
  addSighting(text: KnownText, capture: Capture): Promise<Added | null>;
  /**
   * Puts another reading in the place of a version's. The text must be that of the version.
   *
   * @throws HearsayError E_NOT_FOUND where there is no such version, E_INPUT where the text is another.
   */
  replaceReading(versionId: string, reading: Reading, readAt: string): Promise<void>;
  /**
   * Takes an article out with all its versions, and the decisions on texts that no other article has. What stays is the
   * trace: when, why, its address and title, and the hashes of its texts. Null where there is no such article. Takes as long as
   * writing the ledger's index of words anew.
   */
  removeArticle(
    articleId: string,
    removal: { readonly at: string; readonly why: string | null },
  ): Promise<Removal | null>;

  /**
   * Adds decisions, all or none, and lays what is in force then over the rows of their texts; one whose id the ledger has is passed
   * over. Of two rulings on one field the one with the later `at` is in force. Gives how many were new.
   */
  addDecisions(decisions: readonly Decision[]): Promise<number>;

  /** Puts a source in, or in the place of the one with its address. */
  putIntakeSource(source: IntakeSource): Promise<void>;
  removeIntakeSource(address: string): Promise<void>;
  /** Puts a search in, or in the place of the one with its name. */
  putSavedSearch(search: SavedSearch): Promise<void>;
  removeSavedSearch(name: string): Promise<void>;
  /** Puts a run in, or in the place of the one with its id: once when it starts, once when it ends. */
  putRun(run: Run): Promise<void>;
  addFailure(failure: Failure): Promise<void>;

  /** The ledger as it is now, for as long as it is held. */
  snapshot(): Promise<LedgerSnapshot>;
  /**
   * Copies the ledger, which may be in use, to a file that does not exist yet.
   *
   * @throws HearsayError E_LEDGER where the file exists or cannot be written.
   */
  backup(file: string): Promise<void>;
  /** Lets go of the file. A second call does nothing. */
  close(): Promise<void>;
}
