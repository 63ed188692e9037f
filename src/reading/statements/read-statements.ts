/**
 * The stage `statements`: tags every token as source, cue, content or none of them, and joins the tagged segments into
 * statements.
 *
 * Attribution as source, cue and content: Pareti 2015; the corpus the models learn from: PolNeAR (Newell, Margolin & Ruths 2018).
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { Kernel } from '../../language/network/kernel.ts';
import { markQuotations } from '../../language/quotations/mark-quotations.ts';
import type { WordVectors } from '../../language/vectors/word-vectors.ts';
import type { Weights } from '../../language/weights/weights.ts';
import type { Document, Span } from '../../text/document.ts';
import type { Attribution, ReadDocument, Role } from '../reading.ts';
import { type Calibration, confidenceOf, type Joined, LEAST_CONFIDENCE } from './confidence.ts';
import { wordHashes } from './features.ts';
import { type Joinable, joinable } from './join.ts';
import { joinSegments } from './join-segments.ts';
import { kindOf } from './kind.ts';
import type { Segment } from './segments.ts';
import { statementId } from './statement-id.ts';
import { StatementTagger } from './statement-tagger.ts';

/**
 * Makes the stage that fills `statements`.
 *
 * @param weights the models `statements` and `joints`
 * @example
 * const read = createStatementReader(lexicon, vectors, weights);
 * read(document); // document.statements is filled
 */
export function createStatementReader(
  lexicon: Lexicon,
  vectors: WordVectors,
  weights: Readonly<Record<string, Weights>>,
): (document: ReadDocument) => void {
  const tagger = new StatementTagger(new Kernel(), lexicon, vectors, weights.statements);
  const calibration = weights.joints.meta.calibration as Calibration;
  return (document) => {
    const quotation = markQuotations(document, lexicon);
    const words = wordHashes(document, lexicon, quotation);
    const segments = tagger.segments(document, quotation, words);
    const ground = joinable(document, lexicon, segments, quotation, words);
    document.statements = joinSegments(ground, weights.joints)
      .map((joined) => toStatement(document, ground, joined, calibration))
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .sort((a, b) => firstOffset(a) - firstOffset(b));
  };
}

function toStatement(
  document: ReadDocument,
  { quotation, blockOf }: Joinable,
  joined: Joined,
  calibration: Calibration,
): Attribution {
  const { cue, sources, contents } = joined;
  const role = (segments: readonly Segment[]): Role | null => {
    const spans = spansOf(document, blockOf, segments);
    return spans.length === 0
      ? null
      : { spans, text: spans.map(([start, end]) => document.text.slice(start, end)).join(' … ') };
  };
  const source = role(sources);
  const cued = role(cue ? [cue] : []);
  const content = role(contents);
  return {
    id: statementId(document.textSha256, source?.spans ?? [], cued?.spans ?? [], content?.spans ?? []),
    kind: kindOf(contents, quotation),
    source,
    cue: cued,
    content,
    parent: null,
    relayDepth: 0,
    confidence: confidenceOf(joined, calibration),
    why: reasons(joined),
  };
}

/** The spans of segments: runs that touch become one, and none crosses from one block into the next. */
function spansOf({ tokens }: Document, blockOf: Int32Array, segments: readonly Segment[]): Span[] {
  const spans: [number, number][] = [];
  let before = -1;
  for (const { first, last } of segments) {
    for (let t = first; t < last; t++) {
      if (before === t - 1 && before >= 0 && spans.length > 0 && blockOf[t] === blockOf[before])
        spans.at(-1)![1] = tokens!.end[t];
      else spans.push([tokens!.start[t], tokens!.end[t]]);
      before = t;
    }
  }
  return spans;
}

function reasons({ cue, sources, contents, sourceJoint, contentJoint }: Joined): string[] {
  const share = (p: number): string => `${Math.round(100 * p)} %`;
  const tagged = (name: string, segments: readonly Segment[]): string[] =>
    segments.length === 0
      ? [`no ${name}`]
      : [`${name} tagged at ${share(segments.reduce((low, s) => Math.min(low, s.probability), 1))}`];
  return [
    ...tagged('cue', cue ? [cue] : []),
    ...tagged('source', sources),
    ...tagged('content', contents),
    `source joined to cue at ${share(sourceJoint)}`,
    `content joined to cue at ${share(contentJoint)}`,
  ];
}

const firstOffset = ({ source, cue, content }: Attribution): number =>
  Math.min(...[source, cue, content].map((role) => role?.spans[0][0] ?? Infinity));
