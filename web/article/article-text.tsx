/** The text of an article, block by block, with the parts of every statement marked. */
import { memo, type ReactNode, useMemo } from 'react';
import type { Reading, Statement } from '../../src/reading/reading.ts';
import type { Block } from '../../src/text/document.ts';
import { ROLE_LABELS, type RoleName } from '../parts/role-words.tsx';
import { type OwnVoice, ownVoiceOf } from './cut-own-voice.ts';
import { cutSegments, listMarks, type Segment } from './cut-segments.ts';
import { fillGaps } from './fill-gaps.ts';
import { OwnVoiceText } from './own-voice-text.tsx';

interface Props {
  readonly reading: Reading;
  readonly active: string | null;
  readonly selected: string | null;
  readonly linkTo: (statement: string) => string;
}

export function ArticleText({ reading, active, selected, linkTo }: Props) {
  const { text, statements } = reading;
  const blocks = useMemo(() => {
    const marks = listMarks(statements);
    return fillGaps(text, reading.blocks).map((block) => ({
      block,
      segments: cutSegments(block.start, block.end, marks),
    }));
  }, [text, reading.blocks, statements]);
  const ownVoice = useMemo(() => ownVoiceOf(reading), [reading]);
  const handles = useMemo(
    () => new Map(statements.map((statement) => [handleOf(statement), statement.id])),
    [statements],
  );
  return (
    <div className={active ? 'text has-active' : 'text'}>
      {blocks.map(({ block, segments }) => (
        <BlockText key={block.start} block={block}>
          {segments.map((segment) => (
            <SegmentText
              key={segment.start}
              text={text}
              ownVoice={ownVoice}
              segment={segment}
              active={segment.marks.some(({ statement }) => statement === active) ? active : null}
              selected={segment.marks.some(({ statement }) => statement === selected) ? selected : null}
              href={handles.has(segment.start) ? linkTo(handles.get(segment.start)!) : null}
            />
          ))}
        </BlockText>
      ))}
    </div>
  );
}

/** Where the part of a statement begins that the keyboard reaches it by. */
function handleOf({ source, cue, content }: Statement): number {
  return (cue ?? source ?? content)!.spans[0][0];
}

function BlockText({ block, children }: { readonly block: Block; readonly children: ReactNode }) {
  switch (block.kind) {
    case 'headline':
      return <h1>{children}</h1>;
    case 'quotation':
      return <blockquote>{children}</blockquote>;
    case 'caption':
      return (
        <p className="caption">
          <span className="block-label">Caption</span> {children}
        </p>
      );
    default:
      return <p className={block.kind}>{children}</p>;
  }
}

interface SegmentProps {
  readonly text: string;
  readonly ownVoice: OwnVoice;
  readonly segment: Segment;
  readonly active: string | null;
  readonly selected: string | null;
  readonly href: string | null;
}

const SegmentText = memo(function SegmentText({ text, ownVoice, segment, active, selected, href }: SegmentProps) {
  const { marks, start, end } = segment;
  const words = <OwnVoiceText text={text} start={start} end={end} ownVoice={ownVoice} />;
  if (marks.length === 0) return words;
  const shown = active ?? selected;
  const depth = marks.filter(({ role }) => role === 'content').length;
  const names = new Set<string>(marks.map(({ role }) => role));
  if (depth > 1) names.add('nested');
  const own = marks.find(({ statement }) => statement === shown);
  if (own) names.add(`shown-${own.role}`);
  if (active) names.add('active');
  if (selected) names.add('selected');
  const attributes = {
    className: `mark ${[...names].join(' ')}`,
    'data-statements': [...new Set(marks.map(({ statement }) => statement))].join(' '),
    'data-label': own && own.start === start ? labelOf(own.role) : undefined,
  };
  if (!href) return <span {...attributes}>{words}</span>;
  return (
    <a {...attributes} href={href} aria-describedby={`entry-${href.slice(href.lastIndexOf('/') + 1)}`}>
      {words}
    </a>
  );
});

function labelOf(role: RoleName): string {
  return ROLE_LABELS[role].toLowerCase();
}
