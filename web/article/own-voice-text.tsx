/** Words of an article, with the assertions worth checking and the loaded words among them marked quietly. */
import type { ReactNode } from 'react';
import { cutOwnVoice, type OwnVoice, type OwnVoicePiece } from './cut-own-voice.ts';

interface Props {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ownVoice: OwnVoice;
}

export function OwnVoiceText({ text, start, end, ownVoice }: Props): ReactNode {
  return cutOwnVoice(start, end, ownVoice).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    if (!piece.assertion && !piece.wording) return words;
    const names = [...(piece.assertion ? ['to-check'] : []), ...(piece.wording ? ['loaded'] : [])];
    return (
      <span key={piece.start} className={names.join(' ')} title={titleOf(piece)}>
        {words}
      </span>
    );
  });
}

function titleOf({ assertion, wording }: OwnVoicePiece): string {
  if (wording) return `Loaded; plainer: ${wording.plainer}${wording.reason === '' ? '' : ` (${wording.reason})`}`;
  const sourced = assertion?.sourced ? '; a statement tells the same' : '; no source named';
  return `In the outlet’s own voice, worth checking: ${assertion?.check.toFixed(2)}${sourced}`;
}
