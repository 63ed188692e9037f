/** Asks a running `hearsay serve` over its HTTP API. Only GET is ever sent: whoever holds this can look things up, and nothing else. */

/** Gives the JSON of a path, such as "/v1/articles". */
export type Ask = (path: string) => Promise<unknown>;

/**
 * What asks the server at an address.
 *
 * @param token where the server wants one
 * @example
 * const ask = askServer('http://127.0.0.1:4317/', null);
 * await ask('/v1/ledger'); // { articles: 22, … }
 */
export function askServer(address: string, token: string | null, request: typeof fetch = fetch): Ask {
  return async (path) => {
    const headers = { accept: 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
    let response: Response;
    try {
      response = await request(new URL(path, address), { headers });
    } catch {
      throw new Error(`Nothing answers at ${address}: start "hearsay serve", and give its address with --url.`);
    }
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { error } = body as { error?: { message?: string } };
    throw new Error(error?.message ?? `The server answered with ${response.status}.`);
  };
}
