import type { Page } from 'playwright-core';

/** What a page did beside what the test sees: every address that it asked for, and every error and warning. */
export interface Watched {
  readonly asked: string[];
  readonly complaints: string[];
}

/**
 * Notes both from now on.
 *
 * @example
 * const { asked } = watchPage(page);
 */
export function watchPage(page: Page): Watched {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  return { asked, complaints };
}
