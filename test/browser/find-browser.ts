/** Finds the browser that the tests drive: CHROMIUM_PATH, or where Debian puts Chromium. */
import { existsSync } from 'node:fs';

const DEBIAN = '/usr/bin/chromium';

/** Nothing of what a browser does by itself belongs in a test. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a browser, or null, with a notice that cannot be overlooked. */
export function findBrowser(): string | null {
  const path = process.env.CHROMIUM_PATH ?? DEBIAN;
  if (existsSync(path)) return path;
  console.warn(`
  ****************************************************************************
  *  NO BROWSER: the tests of the page in test/browser are SKIPPED.
  *  There is none at ${path}.
  *  Install Chromium, or set CHROMIUM_PATH to its program, and test again.
  ****************************************************************************
`);
  return null;
}
