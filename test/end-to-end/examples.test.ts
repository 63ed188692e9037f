/**
 * What `hearsay read` prints of every article of the sample project, beside the article, for readers to check:
 * examples/readings. A change of the engine shows as a change of these files (`npx vitest run test/end-to-end/examples.test.ts -u`
 * writes them anew; read the difference before it is kept).
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHearsay } from './run-hearsay.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const articles = readdirSync(join(EXAMPLES, 'articles'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:html|txt)$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

test('reads the sample project as the readings beside it say', async () => {
  const names = articles.map((name) => `articles/${name}`);
  const { code, stdout } = await runHearsay(['read', ...names], { cwd: EXAMPLES });
  expect(code).toBe(0);
  const readings = stdout.split(/^─+\n\n/mu);
  expect(readings).toHaveLength(articles.length);
  for (const [i, name] of articles.entries()) {
    await expect(readings[i]).toMatchFileSnapshot(join(EXAMPLES, 'readings', name.replace(/\.\w+$/, '.txt')));
  }
});
