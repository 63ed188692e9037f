/** schema.org Claims fit the types that Google generates of the vocabulary (schema-dts): the compiler refuses a property that a type has not. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeLedger, requestOver, streamed } from '../../test/samples/export-request.ts';
import { makeWorld } from '../../test/samples/world-articles.ts';
import { schemaOrg } from './schema-org.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the compiler says of lists, each written as it is into a program of its own. */
function complaintsOf(lists: readonly string[]): string[] {
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/claims-'));
  try {
    for (const [i, json] of lists.entries()) {
      const typed = `import type { ItemList, WithContext } from 'schema-dts';\nexport const list: WithContext<ItemList> = ${json};\n`;
      writeFileSync(join(folder, `list-${i}.ts`), typed);
    }
    const compilerOptions = { lib: ['es2024'], types: [] };
    const config = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['*.ts'], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    const lines = stdout.split('\n');
    return lists.map((_, i) => lines.filter((line) => line.includes(`list-${i}.ts`)).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every property is one of its type', async () => {
  const { ledger, remove } = await makeLedger(makeWorld());
  const text = String(await streamed(schemaOrg, requestOver(ledger)));
  await remove();
  const [asWritten, withWrongName] = complaintsOf([text, text.replaceAll('"creditText"', '"creditTexts"')]);
  expect(asWritten).toBe('');
  expect(withWrongName).toContain('creditTexts');
});
