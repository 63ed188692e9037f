/** How the report came about: engines and models, the selection, hashes of all texts, and what the report does not hold. */
import type { ExportRequest } from '../format.ts';
import { settingsSha256 } from '../provenance/manifest.ts';
import { xmlText } from '../xml/xml.ts';
import type { Summary } from './summarize.ts';

/**
 * The section "Method".
 *
 * @example
 * methodHtml(summary, request, '').includes('<section id="method">'); // true
 */
export function methodHtml(
  { engines, versions }: Summary,
  { selection, at, engineVersion }: ExportRequest,
  loss: string,
): string {
  const used = engines.map((engine) => {
    const models = Object.entries(engine.models).map(([name, hash]) => `${name} ${hash}`);
    return `<li>Hearsay ${xmlText(engine.version)}, settings ${settingsSha256(engine).slice(0, 16)}…; models: ${xmlText(models.join(', ') || 'none')}</li>`;
  });
  const texts = versions.map(
    ({ title, textSha256 }) => `<li dir="auto">${xmlText(title)}<br><code>${xmlText(textSha256)}</code></li>`,
  );
  return `<section id="method"><h2>Method</h2>
<p>A program read the texts and marked who is said to have said what. It works offline, by models and rules that are the same for everybody, and it
makes mistakes: each entry says how sure the engine is, and why. Nothing here says whether a statement is true. Statements are word for word; numbers
lead from the list to the text and back.</p>
<p>Selection: ${xmlText(selection.asked)}. Made at ${xmlText(at)} by Hearsay ${xmlText(engineVersion)}. ${xmlText(loss)}</p>
<h3>Read by</h3>
<ul>${used.join('')}</ul>
<details><summary>SHA-256 of the texts</summary><ul class="hashes">${texts.join('')}</ul></details>
<p class="scripted">What you mark stays in this browser until you download it. Send the file back: whoever keeps the ledger takes it in with
<code>hearsay decisions import FILE</code>.</p>
</section>
`;
}
