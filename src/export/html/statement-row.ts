/** One statement of the report's list: who, by which words, what, where it stands, and the buttons by which it is marked. */
import type { StatementRecord } from '../../ledger/ledger.ts';
import { footnoteOf } from '../deep-links/footnote.ts';
import { robustLink } from '../deep-links/robust-link.ts';
import { textFragment } from '../deep-links/text-fragment.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import { anchorOf } from '../text-anchor.ts';
import { showEdtf } from '../timeline/show-edtf.ts';
import { xmlText } from '../xml/xml.ts';

/**
 * The row; `number` counts the statements of the report from 1.
 *
 * @example
 * statementRow(1, version, statement); // '<div class="row" id="s1" …'
 */
export function statementRow(number: number, version: SelectedVersion, statement: StatementRecord): string {
  const { kind, speechAct, outlet, content, review } = statement;
  const data = `data-kind="${kind}" data-act="${speechAct}" data-outlet="${xmlText(outlet ?? '')}"`;
  const words = content === null ? '<em class="absent">no content</em>' : xmlText(content.text);
  return `<div class="row" id="s${number}" ${data}>
<div class="who" dir="auto">${whoHtml(statement)}</div>
<div class="what" dir="auto">${cueHtml(statement)} <a class="content" href="#c${number}">${words}</a>${reviewHtml(review)}</div>
<div class="where">${whereHtml(version, statement)}</div>
<details class="more"><summary>More</summary>${moreHtml(version, statement)}</details>
<div class="marks scripted"><button type="button" data-mark="accept" aria-pressed="false">✓ Accept</button><button type="button" data-mark="reject" aria-pressed="false">✗ Reject</button><button type="button" data-mark="note" aria-pressed="false">✎ Note</button><textarea hidden rows="2" aria-label="Note on statement ${number}" maxlength="10000"></textarea></div>
</div>
`;
}

/**
 * The options of a filter, the most frequent first.
 *
 * @example
 * optionsHtml(new Map([['direct', 3]])); // '<option value="*">all</option><option value="direct">direct (3)</option>'
 */
export function optionsHtml(counts: ReadonlyMap<string, number>): string {
  const options = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `<option value="${xmlText(name)}">${xmlText(name || 'none named')} (${count})</option>`);
  return `<option value="*">all</option>${options.join('')}`;
}

function whoHtml({ source, actor, resolution }: StatementRecord): string {
  if (source === null) return '<em class="absent">no source given</em>';
  const words = `<span class="source">${xmlText(source.text)}</span>`;
  if (actor === null)
    return `${words}<small>${resolution === 'uncertain' ? 'open who is meant' : 'not told apart'}</small>`;
  const kind = actor.type === 'unnamed' ? `unnamed${actor.unnamedType ? `, ${actor.unnamedType}` : ''}` : '';
  const about = [actor.name === source.text ? '' : actor.name, kind].filter(Boolean).join(' · ');
  return about === '' ? words : `${words}<small>${xmlText(about)}</small>`;
}

function cueHtml({ cue, kind, speechAct, stance, negated, hypothetical }: StatementRecord): string {
  const notes = [
    kind,
    speechAct,
    stance === 'neutral' ? '' : stance,
    negated ? 'not said' : '',
    hypothetical ? 'not yet said' : '',
  ];
  const words = cue === null ? '' : `<span class="cue">${xmlText(cue.text)}</span> `;
  return `${words}<small class="kind">${xmlText(notes.filter(Boolean).join(' · '))}</small>`;
}

function whereHtml({ reading, version }: SelectedVersion, statement: StatementRecord): string {
  const { outlet, published, headline } = statement;
  const date = published === null ? '' : `<time>${xmlText(published.slice(0, 10))}</time> `;
  const name = outlet === null ? '<em class="absent">outlet not named</em>' : `<b>${xmlText(outlet)}</b>`;
  const url = reading.article.url ?? version.url;
  const anchor = anchorOf(reading.text, statement.content ?? statement.cue);
  const link = url === null ? '' : textFragment(url, anchor);
  const title = robustLink({ href: link, words: headline ?? 'Untitled', archived: null, seenAt: version.capturedAt });
  return `${date}${name} <span dir="auto">${title}</span>`;
}

function reviewHtml(review: StatementRecord['review']): string {
  if (review === null) return '';
  const parts = [review.status, review.note, ...review.tags].filter((part): part is string => Boolean(part));
  return parts.length === 0
    ? ''
    : `<small class="ruled">${xmlText(`${parts.join(' · ')} (${review.by ?? 'unknown'})`)}</small>`;
}

function moreHtml({ reading }: SelectedVersion, statement: StatementRecord): string {
  const { said, event, place, certainty, confidence, hedges, relayDepth, why, id, textSha256 } = statement;
  const { start, end } = anchorOf(reading.text, statement.content ?? statement.cue);
  const facts: [string, string | null][] = [
    ['Said', said?.edtf ? showEdtf(said.edtf) : null],
    ['Tells of', event?.edtf ? showEdtf(event.edtf) : null],
    ['Place', place ? `${place.name}${place.precision ? ` (${place.precision})` : ' (unplaced)'}` : null],
    ['Hands between', relayDepth > 0 ? String(relayDepth) : null],
    ['Hedges', hedges.length > 0 ? hedges.map(([from, to]) => reading.text.slice(from, to)).join(', ') : null],
    ['Made to sound certain', `${Math.round(certainty * 100)} %`],
    ['Engine is sure', `${Math.round(confidence * 100)} %`],
    ['Why', why.join('; ') || null],
    ['Footnote', footnoteOf(statement, 'plain')],
    ['Entry', `${id}, ${start}–${end} (UTF-16 units) of text ${textSha256.slice(0, 12)}…`],
  ];
  const list = facts.filter(([, value]) => value !== null);
  return `<dl>${list.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${xmlText(value!)}</dd>`).join('')}</dl>`;
}
