/**
 * Decides the joints: each content goes to its likeliest cue, each cue to its likeliest source, and what is left over becomes
 * a statement of its own where it is worth one.
 */
import type { Weights } from '../../language/weights/weights.ts';
import type { Joined } from './confidence.ts';
import { chances, choicesOf, type Joinable } from './join.ts';
import { CONTENT, CUE, type Segment } from './segments.ts';

/**
 * Joins the segments of a document into statements' parts, each with a content.
 *
 * @param weights the model `joints`
 * @example
 * joinSegments(joinable(document, lexicon, segments, quotation), weights).length;
 */
export function joinSegments(ground: Joinable, weights: Weights): Joined[] {
  const { segments } = ground;
  const table = weights.arrays.table;
  const scale = weights.meta.scale as number;
  const parts = new Map<
    number,
    { sources: Segment[]; contents: Segment[]; sourceJoint: number; contentJoint: number }
  >();
  const partOf = (cue: number) => {
    if (!parts.has(cue)) parts.set(cue, { sources: [], contents: [], sourceJoint: 1, contentJoint: 1 });
    return parts.get(cue)!;
  };
  // Contents with no cue stand alone under keys of their own, below -1.
  for (const choice of choicesOf(ground, table.length)) {
    const probabilities = chances(choice, table, scale);
    const best = probabilities.indexOf(Math.max(...probabilities));
    const chosen = choice.candidates[best];
    const chooser = segments[choice.chooser];
    if (chooser.role === CUE) {
      const part = partOf(choice.chooser);
      if (chosen >= 0) part.sources.push(segments[chosen]);
      part.sourceJoint = probabilities[best];
    } else if (chooser.role === CONTENT) {
      const part = partOf(chosen >= 0 ? chosen : -2 - choice.chooser);
      part.contents.push(chooser);
      part.contentJoint = Math.min(part.contentJoint, probabilities[best]);
    }
  }
  return [...parts]
    .filter(([, { contents }]) => contents.length > 0)
    .map(([key, part]) => ({ ...part, cue: key >= 0 ? segments[key] : null }));
}
