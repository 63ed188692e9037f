/** The host of an article's address, as the column outlet_domain and the ledger's views give it. */

/**
 * The host of a URL without "www."; null where there is none.
 *
 * @example
 * outletDomain('https://www.courier.example/a'); // 'courier.example'
 */
export function outletDomain(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).host.replace(/^www\./, '') || null;
}
