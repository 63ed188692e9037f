/** Builds the web pages with Vite: the one of `hearsay serve`, and the script of `hearsay page`; tells whether they have to be built. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const WEB = fileURLToPath(new URL('../web/', import.meta.url));

/** What `hearsay serve` shows from a checkout. */
export const PAGE_FOLDER = join(WEB, 'dist');

/**
 * Builds the pages into the folder, whose content is replaced.
 *
 * @example
 * await buildPage('dist/web');
 */
export async function buildPage(folder: string): Promise<void> {
  await build({
    root: WEB,
    configFile: join(WEB, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await build({
    root: join(WEB, 'reader'),
    configFile: join(WEB, 'reader', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(folder, 'reader'), emptyOutDir: true },
  });
}

/**
 * Whether the folder holds a page that is newer than everything it is built from.
 *
 * @example
 * if (!isPageCurrent(PAGE_FOLDER)) await buildPage(PAGE_FOLDER);
 */
export function isPageCurrent(folder: string): boolean {
  const built = statSync(join(folder, 'index.html'), { throwIfNoEntry: false });
  if (!built) return false;
  return readdirSync(WEB, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(PAGE_FOLDER))
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built.mtimeMs);
}
