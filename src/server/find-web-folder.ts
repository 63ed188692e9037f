/** Where the built page lies: dist/web in a package; in a checkout web/dist (npm start) or dist/web (npm run build). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Relative to this file as it is in dist/server, then as it is in src/server. */
const PLACES = ['../web/', '../../web/dist/', '../../dist/web/'];

/**
 * The folder of the built page, or null where it has not been built.
 *
 * @example
 * findWebFolder(); // '/home/ada/hearsay/web/dist/'
 */
export function findWebFolder(): string | null {
  const folders = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return folders.find((folder) => existsSync(join(folder, 'index.html'))) ?? null;
}
