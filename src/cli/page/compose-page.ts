/**
 * Puts script, style and models into one HTML page that needs nothing else. The script and the style are let in by their hashes and
 * everything else is shut out (Content Security Policy), so the page cannot ask any server for anything even if a pasted text wanted it to.
 */
import { gzipSync } from 'node:zlib';
import { pagePolicy } from '../../export/html/page-policy.ts';

export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Bytes of the models by name. */
  readonly models: Readonly<Record<string, Uint8Array>>;
}

/**
 * The page, piece by piece: it is tens of megabytes long.
 *
 * @example
 * const html = [...composePage({ script, style, models: loadModels() })].join('');
 */
export function* composePage({ script, style, models }: PageParts): Generator<string> {
  // Between the tags a browser looks for nothing but the end tag.
  const safeScript = script.replaceAll('</script', '<\\/script');
  const safeStyle = style.replaceAll('</style', '<\\/style');
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(safeScript, safeStyle, "'wasm-unsafe-eval'")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Hearsay</title>
<style>${safeStyle}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page reads with JavaScript, which is switched off.</noscript>
`;
  for (const [name, bytes] of Object.entries(models)) {
    yield `<script type="application/gzip" id="model-${name}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>\n`;
  }
  yield `<script>${safeScript}</script>\n</body>\n</html>\n`;
}
