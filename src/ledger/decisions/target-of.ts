/** How a decision refers to an entry: by its words. */
import type { Span } from '../../text/document.ts';
import { HearsayError } from '../../text/errors.ts';
import type { Anchor, DecisionTarget, EntryKind } from '../decisions.ts';
import type { LaidVersion } from '../ledger.ts';
import { makeAnchor } from './make-anchor.ts';

/** Mentions of an actor that a decision keeps: when the engine joins them otherwise, one of them still tells which it was. */
const MENTIONS = 5;

/**
 * The target of a decision on an entry of a version; null where the version has no entry of that id.
 *
 * @throws HearsayError E_INPUT where there are no words by which the entry could be found again.
 * @example
 * targetOf(laid, 'stmt_0011223344556677')?.anchors[0].exact; // ['said']
 */
export function targetOf(laid: LaidVersion, id: string): DecisionTarget | null {
  const { text } = laid.reading;
  const statement = laid.statements.find((entry) => entry.id === id);
  if (statement) return targetOfStatement(laid, statement);
  const claim = laid.claims.find((entry) => entry.id === id);
  if (claim) return target(laid, 'claim', id, anchorsOf(text, ['subject', 'predicate', 'object'], claim));
  const actor = laid.actors.find((entry) => entry.id === id);
  if (actor) {
    const mentions = actor.mentions.slice(0, MENTIONS).map((span) => makeAnchor(text, 'mention', [span]));
    return target(laid, 'actor', id, mentions);
  }
  for (const [kind, entries] of [
    ['moment', laid.moments],
    ['place', laid.places],
    ['assertion', laid.assertions],
  ] as const) {
    const entry = entries.find((other) => other.id === id);
    if (entry) return target(laid, kind, id, [makeAnchor(text, 'extent', [[entry.start, entry.end]])]);
  }
  return null;
}

/**
 * The target of a decision on a statement that the version has, or had when somebody saw it.
 *
 * @throws HearsayError E_INPUT where it has no words.
 * @example
 * targetOfStatement(laid, laid.reading.statements[0]).id; // also where it was edited since
 */
export function targetOfStatement(
  laid: Pick<LaidVersion, 'reading' | 'address'>,
  statement: { readonly id: string } & Readonly<
    Record<'source' | 'cue' | 'content', { readonly spans: readonly Span[] } | null>
  >,
): DecisionTarget {
  const anchors = anchorsOf(laid.reading.text, ['source', 'cue', 'content'], statement);
  return target(laid, 'statement', statement.id, anchors);
}

function anchorsOf<Role extends Anchor['role']>(
  text: string,
  roles: readonly Role[],
  entry: { readonly [Each in Role]: { readonly spans: readonly Span[] } | null },
): Anchor[] {
  return roles.flatMap((role) => {
    const spans = entry[role]?.spans ?? [];
    return spans.length > 0 ? makeAnchor(text, role, spans) : [];
  });
}

function target(
  laid: Pick<LaidVersion, 'reading' | 'address'>,
  kind: EntryKind,
  id: string,
  anchors: readonly Anchor[],
): DecisionTarget {
  if (anchors.length === 0) {
    throw new HearsayError('E_INPUT', `${id} has no words of its own in the text, so nothing can be ruled on it.`);
  }
  return { kind, id, address: laid.address, textSha256: laid.reading.textSha256, anchors };
}
