/** The page that `hearsay page` writes, opened from the disk in a real browser with the network off: the whole engine runs in it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composePage } from '../../src/cli/page/compose-page.ts';
import { writeWhole } from '../../src/export/output/write-whole.ts';
import { articleFromString } from '../../src/intake/read-article.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { openEngine } from '../../src/models/open-engine.ts';
import { buildPage } from '../../tools/build-page.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';
import { watchPage } from './watch-page.ts';

const TEXT =
  'The ferry was overloaded, port inspector Ilse Brandt said on Tuesday. “We warned them,” she said.\n\nThe company denied it.';

const executablePath = findBrowser();

describe.skipIf(executablePath === null)('the page without a server', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-reader-'));
    await buildPage(join(folder, 'web'));
    const [script, style] = ['js', 'css'].map((end) =>
      readFileSync(join(folder, 'web', 'reader', `reader.${end}`), 'utf8'),
    );
    await writeWhole(join(folder, 'reader.html'), composePage({ script, style, models: loadModels() }));
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGUMENTS });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({ offline: true });
    page = await context.newPage();
    ({ asked, complaints } = watchPage(page));
    await page.goto(pathToFileURL(join(folder, 'reader.html')).href);
  });

  afterEach(async () => {
    await context.close();
    expect(asked).toEqual([pathToFileURL(join(folder, 'reader.html')).href]);
    expect(complaints).toEqual([]);
  });

  test('reads what is pasted, to the same statements as the program', async () => {
    await page.getByLabel('The text of an article').fill(TEXT);
    await page.getByLabel('Published on').fill('2026-04-15');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.locator('.statement-list li').first().waitFor({ timeout: 60_000 });
    const expected = openEngine().read(articleFromString({ id: 'a', text: TEXT, date: '2026-04-15' }));
    expect(expected.statements.length).toBeGreaterThan(1);
    const entries = page.locator('.statement-list li.entry');
    expect(await entries.evaluateAll((items) => items.map(({ id }) => id.slice('entry-'.length)))).toEqual(
      expected.statements.map(({ id }) => id),
    );
    expect(await page.locator('.text').innerText()).toContain('“We warned them,” she said.');
    await entries.first().getByRole('link').first().click();
    await page.locator('.text [aria-current], .text .selected, .card, [class*=card]').first().waitFor();
  });

  test('reads one text after another', async () => {
    for (const [text, words] of [
      [TEXT, 'The company'],
      ['The dam is safe, the minister said.', 'the minister'],
    ]) {
      await page.getByLabel('The text of an article').fill(text);
      await page.getByRole('button', { name: 'Read', exact: true }).click();
      await page.locator('.statement-list', { hasText: words }).waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Read another text' }).click();
    }
  });
});
