import type { Act } from '../../src/reading/reading.ts';

type Props = Pick<Act, 'speechAct' | 'stance' | 'negated' | 'hypothetical'>;

/** What a statement does, where that is more than to say it: "denied", "confirmed, not done", "said, distancing cue". */
export function ActMark({ speechAct, stance, negated, hypothetical }: Props) {
  const marks = [
    negated && 'not done',
    hypothetical && 'not yet, or supposed',
    stance !== 'neutral' && `${stance} cue`,
  ].filter(Boolean);
  if (speechAct === 'said' && marks.length === 0) return null;
  return <span className="act">{[speechAct, ...marks].join(', ')}</span>;
}
