/** The page in a real browser: it shows what the ledger holds, no more and no less, and asks nobody but its own server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { type RunningServer, serve } from '../../src/server/serve.ts';
import { buildPage } from '../../tools/build-page.ts';
import { HARBOUR_ARTICLES } from '../samples/harbour-articles.ts';
import { makeReading } from '../samples/make-reading.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.ts';
import { watchPage } from './watch-page.ts';

const executablePath = findBrowser();

describe.skipIf(executablePath === null)('the page', () => {
  let folder: string;
  let ledger: Ledger;
  let empty: Ledger;
  let server: RunningServer;
  let emptyServer: RunningServer;
  let browser: Browser;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'));
    const webFolder = join(folder, 'web');
    await buildPage(webFolder);
    ledger = await openLedger(join(folder, 'case.db'));
    for (const [i, sample] of HARBOUR_ARTICLES.entries()) {
      const capture = { path: `/case/${i}`, addedAt: '2026-05-11T08:00:00Z', bytesSha256: '' };
      await ledger.addReading(makeReading(sample), capture);
    }
    empty = await openLedger(join(folder, 'empty.db'));
    server = await serve({ ledger, port: 0, webFolder });
    emptyServer = await serve({ ledger: empty, port: 0, webFolder });
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGUMENTS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await emptyServer?.stop();
    await ledger?.close();
    await empty?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    ({ asked, complaints } = watchPage(page));
  });

  afterEach(async () => {
    await page.close();
    expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith(emptyServer.url))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  const open = async (address: string) => {
    await page.goto(`${server.url}${address}`);
  };
  const rows = () => page.locator('.statements tbody tr');
  const contents = () => page.locator('.statements tbody .column-content .words').allTextContents();

  test('the table holds every statement, word for word, in the order of the ledger', async () => {
    await open('');
    await rows().first().waitFor();
    const page_ = await ledger.statements();
    expect(await contents()).toEqual(page_.rows.map(({ content }) => content?.text));
    const shown = await page.locator('.statements tbody tr').allTextContents();
    page_.rows.forEach((row, i) => {
      for (const words of [row.source?.text ?? 'no source given', row.cue?.text ?? 'no cue', row.kind, row.outlet!]) {
        expect(shown[i]).toContain(words);
      }
      if (row.kind !== 'assertion') expect(shown[i]).toContain(`${Math.round(row.confidence * 100)}%`);
    });
    expect(await page.locator('h1').textContent()).toBe(`${page_.total} statements in 4 articles by 2 outlets`);
  });

  const found = async (search: string) => (await ledger.statements({ search })).total;
  const facet = (name: string) => page.getByRole('region', { name, exact: true });

  test('every count is the number of rows that a click on it lists', async () => {
    await open('');
    for (const kind of ['direct', 'indirect', 'mixed'] as const) {
      const value = facet('Kind').getByRole('button', { name: new RegExp(`^(✓ )?${kind}`) });
      const count = Number(await value.locator('b').textContent());
      await value.click();
      await page.waitForURL(`**/*${kind}*`);
      await expect.poll(() => rows().count()).toBe(count);
      expect(count).toBe(await found(`kind:${kind}`));
      expect(await page.locator('.shown span').textContent()).toMatch(new RegExp(`^${count} of `));
      expect(await value.getAttribute('aria-pressed')).toBe('true');
    }
    await page.getByRole('button', { name: 'Clear search' }).click();
    await facet('Outlet').getByRole('button', { name: 'Northern Wire 6' }).click();
    await expect.poll(() => rows().count()).toBe(6);
    expect(await page.getByRole('searchbox').inputValue()).toBe('outlet:="Northern Wire"');
  });

  test('a search filters the table, also from a link, and says so where nothing fits', async () => {
    await open('');
    await page.getByLabel('Search').fill('BRAKES union');
    await expect.poll(() => rows().count()).toBe(await found('brakes union'));
    await page.reload();
    await expect.poll(() => rows().count()).toBe(await found('brakes union'));
    await page.getByLabel('Search').fill('zeppelin');
    await page.getByText('No statement fits').waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await expect.poll(() => rows().count()).toBe((await ledger.statements()).total);
    expect(await page.getByLabel('Search').inputValue()).toBe('');
  });

  test('a mistake is shown below the box, and the rows before it stay', async () => {
    await open('');
    await rows().first().waitFor();
    await page.getByLabel('Search').fill('sorce:union');
    await page.getByText('There is no field "sorce"').waitFor();
    expect(await rows().count()).toBe((await ledger.statements()).total);
    await page.reload();
    await page.getByText('There is no field "sorce"').waitFor();
    await page.getByLabel('Search').fill('source:union');
    await expect.poll(() => rows().count()).toBe(await found('source:union'));
    complaints = complaints.filter((text) => !text.includes('400'));
  });

  test('a click on a heading orders the table, a second one turns it round', async () => {
    await open('');
    const heading = page.getByRole('columnheader', { name: 'Confidence' });
    const confidences = async (direction: 'up' | 'down') =>
      (await ledger.statements({ order: 'confidence', direction })).rows.map((row) => row.content?.text);
    await heading.getByRole('button').click();
    await expect.poll(contents).toEqual(await confidences('down'));
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    await heading.getByRole('button').click();
    await expect.poll(contents).toEqual(await confidences('up'));
  });

  test('a click on a row opens the article at the sentence', async () => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await open('#/statements?search=previously');
    await rows().first().click();
    const content = page.locator('.text .mark.selected.content').first();
    await content.waitFor();
    expect(await content.textContent()).toBe('The brakes');
    await expect.poll(() => content.evaluate((mark) => mark.getBoundingClientRect().top)).toBeLessThan(300);
    expect(await page.locator('.entry a[aria-current]').textContent()).toContain('it was previously claimed');
    await page.goBack();
    await expect.poll(() => rows().count()).toBe(1);
  });

  test('the parts of every statement are marked, letter for letter, nested ones too', async () => {
    for (const { id } of await ledger.articles()) {
      const reading = (await ledger.reading(id))!;
      await open(`#/articles/${id}`);
      await page.locator('.text').waitFor();
      const shown = await page.locator('.text').evaluate((text) => text.textContent);
      for (const block of reading.blocks) expect(shown).toContain(reading.text.slice(block.start, block.end));
      for (const statement of reading.statements) {
        for (const role of ['source', 'cue', 'content'] as const) {
          const marks = page.locator(`.text .mark.${role}[data-statements~="${statement.id}"]`);
          const words = (await marks.allTextContents()).join('');
          if (!statement[role]) continue;
          for (const [start, end] of statement[role].spans) expect(words).toContain(reading.text.slice(start, end));
        }
      }
      expect(await page.locator('.entry').count()).toBe(reading.statements.length);
    }
  });

  test('pointing at a statement in the list marks its parts in the text, by mouse and by keyboard', async () => {
    const article = (await ledger.articles()).find(({ outlet }) => outlet === 'Northern Wire')!;
    const [, statement] = (await ledger.reading(article.id))!.statements;
    await open(`#/articles/${article.id}`);
    const entry = page.locator(`#entry-${statement.id}`);
    const active = () => page.locator('.text .mark.active').allTextContents();
    const parts = [statement.content!.text, statement.source!.text, statement.cue!.text];
    await entry.hover();
    await expect.poll(active).toEqual(parts);
    await page.mouse.move(0, 0);
    await expect.poll(active).toEqual([]);
    await entry.locator('a').focus();
    await expect.poll(active).toEqual(parts);
    await page.locator(`.text a.cue[data-statements~="${statement.id}"]`).focus();
    await expect.poll(() => entry.getAttribute('class')).toContain('active');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/#/articles/${article.id}/statement/${statement.id}`);
  });

  test('what was left out, warnings and versions are shown', async () => {
    const idOfReading = new Map<string, string>();
    for (const { id } of await ledger.articles()) idOfReading.set(JSON.stringify(await ledger.reading(id)), id);
    const [mercury, wire] = ['W_SHORT', 'Sign up'].map(
      (words) => [...idOfReading].find(([reading]) => reading.includes(words))![1],
    );
    await open(`#/articles/${mercury}`);
    await page.getByText('it may be only part of the article').waitFor();
    await open(`#/articles/${wire}`);
    await page.getByText('2 pieces of the page left out of the text').click();
    await page.getByText('Sign up for the Northern Wire morning briefing').waitFor();
    const corrected = (await ledger.articles()).find(({ versions }) => versions.length > 1)!;
    await open(`#/articles/${corrected.id}`);
    await page.getByText('wear in one brake').first().waitFor();
    await page.locator('.versions a').first().click();
    await page.getByText('no fault in the brakes').first().waitFor();
  });

  test('articles are listed with what they hold', async () => {
    await open('#/articles');
    await page.locator('.articles li').first().waitFor();
    const counts = await page.locator('.articles .count b').allTextContents();
    expect(counts.map(Number)).toEqual((await ledger.articles()).map(({ statements }) => statements));
    await page.getByRole('link', { name: 'Crane falls at Port Ansel; two hurt' }).click();
    await page.getByRole('heading', { level: 1, name: /Crane falls/ }).waitFor();
  });

  test('an empty ledger, an unknown address and an unknown article say what to do', async () => {
    await page.goto(emptyServer.url);
    await page.getByText('hearsay add PATH').waitFor();
    await open('#/elsewhere');
    await page.getByText('There is nothing at this address').waitFor();
    await open('#/articles/art_0');
    await page.getByText('The ledger holds no such article').waitFor();
    complaints = complaints.filter((text) => !text.includes('404'));
  });

  test('a server that is gone is said to be gone, and asked again', async () => {
    await page.route('**/v1/**', (route) => route.abort());
    await open('');
    await page.getByText('Is it still running in the terminal?').waitFor();
    await page.unroute('**/v1/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await rows().first().waitFor();
    complaints = complaints.filter((text) => !text.includes('ERR_FAILED'));
  });

  test.each([360, 768, 1600])('nothing is wider than a window of %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['', '#/articles', `#/articles/${(await ledger.articles())[0].id}`]) {
      await open(address);
      await page.locator('.statements, .articles, .text').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
