/**
 * What of a ledger an export is made of: all of it, some articles, or the statements that a search found. Versions come one by one
 * with their reading and their rows, in the order in which they were added; memory holds one of them.
 */
import type {
  ActorRecord,
  AssertionRecord,
  ClaimRecord,
  Entry,
  KeptDecision,
  KeptReading,
  LedgerReader,
  MomentRecord,
  PlaceRecord,
  StatementRecord,
} from '../../ledger/ledger.ts';
import { statementKey } from './find-statements.ts';

/** One version of an article: the engine's reading, and the rows made of it with decisions laid over them. */
export interface SelectedVersion extends KeptReading {
  readonly statements: readonly StatementRecord[];
  actors(): Promise<ActorRecord[]>;
  assertions(): Promise<AssertionRecord[]>;
  moments(): Promise<MomentRecord[]>;
  places(): Promise<PlaceRecord[]>;
  claims(): Promise<ClaimRecord[]>;
}

export interface SelectionOptions {
  /** Ids of the articles to take; all where it is left out. */
  readonly articles?: readonly string[];
  /** Keys (`statementKey`) of the statements to take; all where it is left out. */
  readonly statements?: ReadonlySet<string>;
  /**
   * Leaves out what a person rejected, and is told of each entry once: "statements", "places" … Without it they are taken, with
   * their reviews.
   */
  readonly onRejected?: (what: string) => void;
  /** What was asked for, in words, for manifests: "all", "article art_1", "query act:denied". */
  readonly asked?: string;
}

export interface Selection {
  readonly ledger: LedgerReader;
  readonly asked: string;
  /** Whether it is the whole ledger. */
  readonly isWhole: boolean;
  /** The latest version of each article, or all of them. Versions without a statement that was asked for are passed over. */
  versions(which?: 'latest' | 'all'): AsyncIterable<SelectedVersion>;
  /** Decisions on the texts of the selection; all of them where it is the whole ledger. */
  decisions(): AsyncIterable<KeptDecision>;
}

/**
 * A selection of the ledger, which should be a snapshot: several streams are read of it.
 *
 * @example
 * for await (const { statements } of selectFrom(snapshot).versions()) statements.length;
 */
export function selectFrom(ledger: LedgerReader, options: SelectionOptions = {}): Selection {
  const { articles, statements: wanted, asked = 'all' } = options;
  const standing = withoutRejected(options.onRejected);
  const isWhole = !articles && !wanted;
  const versions = async function* (which: 'latest' | 'all' = 'latest'): AsyncGenerator<SelectedVersion> {
    for await (const kept of keptReadings(ledger, articles, which)) {
      const scope = { versionId: kept.version.id };
      const all = await Array.fromAsync(ledger.eachStatement(scope));
      const isTaken = (id: string) => !wanted || wanted.has(statementKey(kept.version.articleId, id));
      const taken = all.filter(({ id }) => isTaken(id));
      const statements = standing('statements', taken);
      if (wanted && statements.length === 0) continue;
      const isWanted = ({ statement }: { readonly statement: string | null }) =>
        !wanted || (statement !== null && isTaken(statement));
      yield {
        ...kept,
        statements,
        actors: async () => standing('actors', await Array.fromAsync(ledger.eachActor(scope))),
        assertions: async () => standing('assertions', await Array.fromAsync(ledger.eachAssertion(scope))),
        moments: async () => standing('times', (await Array.fromAsync(ledger.eachMoment(scope))).filter(isWanted)),
        places: async () => standing('places', (await Array.fromAsync(ledger.eachPlace(scope))).filter(isWanted)),
        claims: async () =>
          standing(
            'claims',
            (await Array.fromAsync(ledger.eachClaim(scope))).filter(({ in: id }) => isTaken(id)),
          ),
      };
    }
  };
  return {
    ledger,
    asked,
    isWhole,
    versions,
    decisions: async function* () {
      if (isWhole) {
        yield* ledger.eachDecision();
        return;
      }
      const texts = new Set<string>();
      for await (const { reading } of versions('all')) texts.add(reading.textSha256);
      const kept = new Set<string>();
      for await (const decision of ledger.eachDecision()) {
        const isOn = decision.targets.some(({ textSha256 }) => texts.has(textSha256));
        if (!isOn && !(decision.undoes !== null && kept.has(decision.undoes))) continue;
        kept.add(decision.id);
        yield decision;
      }
    },
  };
}

/** A filter of entries; a selection is gone over several times, and each entry is told once. */
function withoutRejected(
  onRejected: SelectionOptions['onRejected'],
): <Row extends Entry>(what: string, rows: readonly Row[]) => Row[] {
  const told = new Set<string>();
  return (what, rows) =>
    rows.filter(({ id, versionId, review }) => {
      if (!onRejected || review?.status !== 'rejected') return true;
      const key = `${versionId} ${id}`;
      if (!told.has(key)) onRejected(what);
      told.add(key);
      return false;
    });
}

async function* keptReadings(
  ledger: LedgerReader,
  articles: readonly string[] | undefined,
  which: 'latest' | 'all',
): AsyncGenerator<KeptReading> {
  if (!articles) {
    yield* ledger.eachReading(which);
    return;
  }
  for (const id of articles) {
    const article = await ledger.article(id);
    if (!article) continue;
    const ids = which === 'all' ? article.versions.map((version) => version.id) : [article.versionId];
    for (const versionId of ids) yield* ledger.eachReading({ versionId });
  }
}
