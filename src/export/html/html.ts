/**
 * A report in one file: opens from disk with no network and no server, in light and dark, wide and narrow, and on paper. It shows the statements as a
 * table that can be filtered, the articles with statements marked, actors, times, places, what was left out, and the method. A colleague can
 * accept, reject and note entries in it and send the decisions back as a file (docs/decisions.md has its form).
 *
 * Every word of an article is escaped, and the page's own policy (CSP) runs no script but the one whose hash it names and loads nothing at
 * all. The file is written in passes over the selection, one version in memory at a time; only actors and times are gathered.
 */
import { targetOf } from '../../ledger/decisions/target-of.ts';
import type { ExportFormat, ExportRequest } from '../format.ts';
import { lossNote } from '../tally.ts';
import { xmlText } from '../xml/xml.ts';
import { articleHtml } from './article-html.ts';
import { methodHtml } from './method-html.ts';
import { pagePolicy } from './page-policy.ts';
import { reportScript } from './report-script.ts';
import { REPORT_STYLE } from './report-style.ts';
import { actorsHtml, leftOutHtml, placesHtml, timelineHtml } from './sections.ts';
import { optionsHtml, statementRow } from './statement-row.ts';
import { type Summary, summarize } from './summarize.ts';

const LEFT_OUT = ['claims', 'mentions of actors beyond their names', 'sightings of the same text'];

export const html: ExportFormat = {
  name: 'html',
  description: 'a report in one file, to read, print and mark, with no network',
  ending: '.html',
  mediaType: 'text/html',
  isLossless: false,
  marksRejected: true,
  unit: 'statements',
  leavesOut: LEFT_OUT,
  kind: 'stream',
  stream: (request) => writeReport(request),
};

const SECTIONS = [
  ['statements', 'Statements'],
  ['articles', 'Articles'],
  ['actors', 'Actors'],
  ['timeline', 'Timeline'],
  ['places', 'Places'],
  ['left-out', 'Left out'],
  ['method', 'Method'],
] as const;

async function* writeReport(request: ExportRequest): AsyncGenerator<string> {
  const { selection, tally } = request;
  const summary = await summarize(selection);
  const script = `(${reportScript})();`;
  yield headHtml(summary, script);
  yield openingHtml(summary, request);

  yield `<section id="statements"><h2>Statements</h2>\n${filtersHtml(summary)}`;
  yield '<div class="rows">\n';
  let number = 0;
  for await (const version of selection.versions()) {
    for (const statement of version.statements) {
      tally.count++;
      yield statementRow(++number, version, statement);
    }
  }
  yield '</div>\n</section>\n';

  yield '<section id="articles"><h2>Articles</h2>\n';
  number = 0;
  for await (const version of selection.versions()) {
    yield articleHtml(version, number);
    number += version.statements.length;
  }
  yield '</section>\n';

  yield actorsHtml(summary);
  yield timelineHtml(summary);
  yield placesHtml(summary);
  yield leftOutHtml(summary);
  yield methodHtml(summary, request, lossNote(LEFT_OUT, tally.losses));

  yield '</main>\n<script type="application/json" id="targets">[';
  number = 0;
  for await (const version of selection.versions()) {
    const laid = (await selection.ledger.laid(version.version.articleId, version.version.id))!;
    for (const { id } of version.statements) yield `${number++ === 0 ? '\n' : ',\n'}${inScript(targetOf(laid, id))}`;
  }
  yield `\n]</script>\n${reviewBarHtml()}<script>${script}</script>\n</body>\n</html>\n`;
}

function headHtml({ statements }: Summary, script: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(script, REPORT_STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Who said what: ${count(statements, 'statement')}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
`;
}

function openingHtml(
  { statements, versions, actors, from, to }: Summary,
  { at, engineVersion }: ExportRequest,
): string {
  const day = (date: string) => `<b class="day">${xmlText(date)}</b>`;
  const span =
    from === null || to === null ? '' : `, published ${from === to ? day(from) : `${day(from)} to ${day(to)}`}`;
  const links = SECTIONS.map(([id, name]) => `<a href="#${id}">${name}</a>`).join('\n');
  return `<header>
<p class="name">Hearsay</p>
<h1>${count(statements, 'statement')} <span>in ${count(versions.length, 'article')}${span}</span></h1>
<p>Who said what, to the letter; no verdicts. ${count(actors.length, 'source')} told apart. Made ${xmlText(at.slice(0, 10))} by Hearsay ${xmlText(engineVersion)}.</p>
<nav aria-label="Sections">${links}</nav>
</header>
<main>
`;
}

function filtersHtml({ kinds, acts, outlets, statements }: Summary): string {
  return `<form class="filters scripted" role="search">
<label>Words <input type="search" name="words" autocomplete="off"></label>
<label>Kind <select name="kind">${optionsHtml(kinds)}</select></label>
<label>Act <select name="act">${optionsHtml(acts)}</select></label>
<label>Outlet <select name="outlet">${optionsHtml(outlets)}</select></label>
<label>Marked <select name="marked"><option value="">all</option><option value="accept">accepted</option><option value="reject">rejected</option><option value="note">noted</option><option value="none">not marked</option></select></label>
<output>${count(statements, 'statement')}</output>
</form>
`;
}

function reviewBarHtml(): string {
  return `<aside class="review scripted" aria-label="Your review">
<label>Your name <input name="reviewer" autocomplete="name" maxlength="100"></label>
<output>Nothing marked yet</output>
<button type="button" class="download" disabled>Download decisions</button>
</aside>
`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** JSON that nothing in it can end the script element of. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
