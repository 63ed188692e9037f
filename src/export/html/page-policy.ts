/**
 * The policy (CSP 3) of a page that is one file: it runs the script and takes the style whose hashes it names, and loads and sends nothing
 * at all, whatever stands in its text.
 */
import { createHash } from 'node:crypto';

/**
 * The policy, for a `meta` element.
 *
 * @param script as it stands in the page, to the letter; the style likewise
 * @param permits what else scripts may do, as CSP has it
 * @example
 * pagePolicy('run();', 'p {}', "'wasm-unsafe-eval'").split('; ')[0]; // "default-src 'none'"
 */
export function pagePolicy(script: string, style: string, ...permits: readonly string[]): string {
  return [
    "default-src 'none'",
    ['script-src', hashOf(script), ...permits].join(' '),
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
