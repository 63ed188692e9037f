/**
 * What the report does in a browser: filters the list, takes marks and notes, keeps them where the browser lets it, and gives them out as decisions,
 * one JSON object a line. The function is put into the page as text, so it must not use anything from outside of itself.
 */

/**
 * Runs in the page.
 *
 * @example
 * `<script>(${reportScript})();</script>`
 */
export function reportScript(): void {
  type Mark = { verdict?: 'accept' | 'reject'; verdictAt?: string; note?: string; noteAt?: string };
  const find = <Kind extends Element>(selector: string, within: ParentNode = document) =>
    within.querySelector<Kind>(selector)!;
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  const targets: unknown[] = JSON.parse(find('#targets').textContent!);
  const filters = find<HTMLFormElement>('.filters');
  const bar = find<HTMLElement>('.review');
  const reviewer = find<HTMLInputElement>('[name=reviewer]', bar);
  const download = find<HTMLButtonElement>('.download', bar);
  document.documentElement.classList.add('with-script');

  // A page from a file may not be let keep anything.
  const key = `hearsay-report:${document.title}:${location.pathname}`;
  let marks: Record<number, Mark> = {};
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    marks = kept.marks ?? {};
    reviewer.value = kept.by ?? '';
  } catch {
    marks = {};
  }
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ by: reviewer.value, marks }));
    } catch {
      // Then the marks live as long as the page.
    }
  };

  const show = (position: number) => {
    const { verdict, note } = marks[position] ?? {};
    const row = rows[position];
    row.dataset.marked = verdict ?? '';
    for (const button of row.querySelectorAll<HTMLButtonElement>('[data-mark]')) {
      const { mark } = button.dataset;
      button.setAttribute('aria-pressed', String(mark === 'note' ? Boolean(note) : mark === verdict));
    }
    const area = find<HTMLTextAreaElement>('textarea', row);
    if (note && area.hidden) {
      area.value = note;
      area.hidden = false;
    }
  };
  const sum = () => {
    const all = Object.values(marks);
    const counts = [
      [all.filter(({ verdict }) => verdict === 'accept').length, 'accepted'],
      [all.filter(({ verdict }) => verdict === 'reject').length, 'rejected'],
      [all.filter(({ note }) => note).length, 'noted'],
    ] as const;
    const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    find('output', bar).textContent = told.length === 0 ? 'Nothing marked yet' : told.join(', ');
    download.disabled = told.length === 0 || reviewer.value.trim() === '';
    download.title = reviewer.value.trim() === '' ? 'Give your name first' : '';
  };

  const fold = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
  const texts = rows.map((row) =>
    fold(['.who', '.what', '.where'].map((part) => find(part, row).textContent).join(' ')),
  );
  const filter = () => {
    const chosen = new FormData(filters);
    const words = fold(String(chosen.get('words')))
      .split(/\s+/)
      .filter(Boolean);
    let shown = 0;
    rows.forEach((row, position) => {
      const { verdict, note } = marks[position] ?? {};
      const marked = chosen.get('marked');
      const fits =
        ['kind', 'act', 'outlet'].every((name) => chosen.get(name) === '*' || chosen.get(name) === row.dataset[name]) &&
        words.every((word) => texts[position].includes(word)) &&
        (marked === '' ||
          marked === verdict ||
          (marked === 'note' && Boolean(note)) ||
          (marked === 'none' && !verdict && !note));
      row.hidden = !fits;
      if (fits) shown++;
    });
    const all = `${rows.length} statement${rows.length === 1 ? '' : 's'}`;
    find('output', filters).textContent = shown === rows.length ? all : `${shown} of ${all}`;
  };

  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, held]) => [name, sorted(held)]),
    );
  };
  const decide = async (position: number, kind: string, at: string, value: unknown) => {
    const said = { at, by: reviewer.value.trim(), kind, targets: [targets[position]], value, undoes: null };
    const bytes = new TextEncoder().encode(JSON.stringify(sorted(said)));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return JSON.stringify({ id: `dec_${hash.slice(0, 16)}`, ...said });
  };
  const give = async () => {
    const lines: string[] = [];
    for (const [position, { verdict, verdictAt, note, noteAt }] of Object.entries(marks)) {
      if (verdict) lines.push(await decide(Number(position), verdict, verdictAt!, null));
      if (note) lines.push(await decide(Number(position), 'note', noteAt!, { note }));
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'application/jsonl' }));
    link.download = `decisions-${reviewer.value.trim().replace(/[^\p{L}\p{N}]+/gu, '-')}.jsonl`;
    link.click();
  };

  find('.rows').addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-mark]');
    if (!button) return;
    const row = button.closest<HTMLElement>('.row')!;
    const position = rows.indexOf(row);
    const { mark } = button.dataset;
    if (mark === 'note') {
      const area = find<HTMLTextAreaElement>('textarea', row);
      area.hidden = !area.hidden && !area.value;
      if (!area.hidden) area.focus();
      return;
    }
    const verdict = mark as 'accept' | 'reject';
    const { note, noteAt, verdict: before } = marks[position] ?? {};
    marks[position] = {
      ...(note && { note, noteAt }),
      ...(before !== verdict && { verdict, verdictAt: new Date().toISOString() }),
    };
    show(position);
    sum();
    keep();
  });
  find('.rows').addEventListener('input', (event) => {
    const area = event.target as HTMLTextAreaElement;
    const position = rows.indexOf(area.closest<HTMLElement>('.row')!);
    const { note: _note, noteAt: _noteAt, ...rest } = marks[position] ?? {};
    const note = area.value.trim();
    marks[position] = { ...rest, ...(note && { note, noteAt: new Date().toISOString() }) };
    show(position);
    sum();
    keep();
  });
  filters.addEventListener('input', filter);
  filters.addEventListener('submit', (event) => event.preventDefault());
  reviewer.addEventListener('input', () => {
    sum();
    keep();
  });
  download.addEventListener('click', () => void give());
  // A link into a text that is folded away opens it.
  const open = () => {
    const at = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (!at) return;
    for (let up = at.closest('details'); up; up = up.parentElement?.closest('details') ?? null) up.open = true;
    if (at.hidden) {
      filters.reset();
      filter();
    }
    at.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', open);
  addEventListener('beforeprint', () => {
    for (const article of document.querySelectorAll<HTMLDetailsElement>('article details')) article.open = true;
  });
  for (const position of Object.keys(marks)) if (rows[Number(position)]) show(Number(position));
  sum();
  open();
}
