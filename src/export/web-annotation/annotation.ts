/**
 * A statement as W3C Web Annotations (www.w3.org/TR/annotation-model): one for its content, one for its source, one for its cue, which name each
 * other. A role in several spans has several targets. Each target has a quotation with 32 units around it and a position, which count
 * UTF-16 code units, as Hypothesis does. All else that is known of the statement is the property hs:record (a JSON literal of JSON-LD 1.1)
 * of the content's annotation, or of the cue's or source's where there is no content.
 */
import type { StatementPart, StatementRecord } from '../../ledger/ledger.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { anchorSpan } from '../text-anchor.ts';
import { HEARSAY_NAMESPACE, urnOf } from '../urn.ts';

export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    hs: HEARSAY_NAMESPACE,
    'hs:record': { '@type': '@json' },
    'hs:statement': { '@type': '@id' },
    'hs:source': { '@type': '@id' },
    'hs:cue': { '@type': '@id' },
    'hs:content': { '@type': '@id' },
  },
] as const;

export const ROLES = ['content', 'cue', 'source'] as const;
export type AnnotatedRole = (typeof ROLES)[number];

/** What of a statement its words and their places do not say. */
export type StatementRest = Omit<StatementRecord, 'source' | 'cue' | 'content' | 'prefix' | 'suffix'>;

export interface AnnotationTarget {
  readonly source: string;
  readonly selector: readonly [
    { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
    { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
  ];
  readonly state?: { readonly type: 'TimeState'; readonly sourceDate: string };
  readonly 'hs:textSha256': string;
  readonly 'hs:offsetUnit': 'utf16';
}

export interface WebAnnotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: readonly string[];
  readonly generator: Readonly<Record<string, unknown>>;
  readonly created: string;
  readonly body: readonly Readonly<Record<string, unknown>>[];
  readonly target: readonly AnnotationTarget[];
  readonly 'hs:role': AnnotatedRole;
  readonly 'hs:statement': string;
  /** The words of the role as the ledger has them. */
  readonly 'hs:words': string;
  readonly 'hs:record'?: StatementRest;
  readonly [link: `hs:${string}`]: unknown;
}

/**
 * The annotations of a statement: one for each role that it has, the one with the record first.
 *
 * @example
 * annotationsOf(version, statement).map((annotation) => annotation['hs:role']); // ['content', 'cue', 'source']
 */
export function annotationsOf(version: SelectedVersion, statement: StatementRecord): WebAnnotation[] {
  const { source, cue, content, prefix: _prefix, suffix: _suffix, ...rest } = statement;
  const parts: Readonly<Record<AnnotatedRole, StatementPart | null>> = { content, cue, source };
  const roles = ROLES.filter((role) => parts[role] !== null);
  return roles.map((role, position) => ({
    id: annotationId(statement, role),
    type: 'Annotation',
    motivation: role === 'source' ? ['identifying'] : role === 'cue' ? ['classifying'] : ['classifying', 'identifying'],
    generator: { type: 'Software', name: 'hearsay', 'hs:engineVersion': statement.engineVersion },
    created: version.readAt,
    body: bodiesOf(statement, role),
    target: targetsOf(version, parts[role]!),
    'hs:role': role,
    'hs:statement': urnOf(statement.id),
    'hs:words': parts[role]!.text,
    ...Object.fromEntries(
      roles.filter((other) => other !== role).map((other) => [`hs:${other}`, annotationId(statement, other)]),
    ),
    ...(position === 0 && { 'hs:record': rest }),
  }));
}

/** A reprint has statements with the ids of its original, so the version is part of the name. */
function annotationId({ id, versionId }: StatementRecord, role: AnnotatedRole): string {
  return `${urnOf(versionId)}:${id.replace('_', ':')}:${role}`;
}

function bodiesOf(statement: StatementRecord, role: AnnotatedRole): Record<string, unknown>[] {
  const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });
  const { actor, sourceless } = statement;
  const identity = actor
    ? [
        { type: 'SpecificResource', purpose: 'identifying', source: urnOf(actor.who), 'hs:name': actor.name },
        { type: 'TextualBody', purpose: 'identifying', value: actor.name },
      ]
    : [];
  if (role === 'source') return [tag('source'), ...identity];
  if (role === 'cue') return [tag('cue'), tag(`act:${statement.speechAct}`), tag(`stance:${statement.stance}`)];
  return [
    tag(statement.kind),
    tag(`act:${statement.speechAct}`),
    tag(`stance:${statement.stance}`),
    ...(statement.negated ? [tag('negated')] : []),
    ...(statement.hypothetical ? [tag('hypothetical')] : []),
    ...(sourceless ? [tag(`sourceless:${sourceless}`)] : []),
    ...(statement.review?.status ? [tag(`status:${statement.review.status}`)] : []),
    ...(statement.review?.tags ?? []).map(tag),
    ...(statement.review?.note ? [{ type: 'TextualBody', purpose: 'commenting', value: statement.review.note }] : []),
    ...identity,
  ];
}

function targetsOf({ version, reading }: SelectedVersion, part: StatementPart): AnnotationTarget[] {
  const source = reading.article.url ?? version.url ?? urnOf(version.id);
  return part.spans.map((span) => {
    const { start, end, exact, prefix, suffix } = anchorSpan(reading.text, span);
    return {
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
      ...(version.capturedAt && { state: { type: 'TimeState', sourceDate: version.capturedAt } }),
      'hs:textSha256': reading.textSha256,
      'hs:offsetUnit': 'utf16',
    };
  });
}
