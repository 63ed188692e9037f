/**
 * Who is let in. By default the server is for one person on one machine: a request must name a loopback host, because one that does
 * not got here by a name that somebody pointed at this machine (DNS rebinding). Where the server is open to other machines, every
 * request needs the token, as `Authorization: Bearer TOKEN` or in the cookie that /enter?token=TOKEN sets for a browser.
 *
 * A page of another site must neither read nor write through the person's browser: answers carry no permission for other origins, and a
 * request that a browser sends from another site is refused by its Sec-Fetch-Site and Origin headers (Fetch Metadata, W3C). What changes
 * something must also be JSON, which no form can send.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { refuse } from './refuse.ts';

/** A Host header that names this machine, with or without a port. */
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

const COOKIE = 'hearsay_token';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const METHODS: ReadonlySet<string> = new Set([...SAFE_METHODS, 'POST', 'PUT', 'DELETE']);

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Puts the security headers on an answer; errors that are answered outside of the guard need them too.
 *
 * @example
 * secure(context);
 */
export function secure(context: Context): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
}

/**
 * Lets through what may come in, and refuses the rest with 401, 403 or 405.
 *
 * @param token what every request must carry, or null where only this machine is answered
 * @example
 * app.use(guard(null));
 */
export function guard(token: string | null): MiddlewareHandler {
  return async (context, next) => {
    secure(context);
    const { method, url } = context.req;
    const host = context.req.header('host') ?? new URL(url).host;
    if (token === null && !LOOPBACK_HOST.test(host)) {
      return refuse(context, 403, 'E_INPUT', `This server answers on this machine only, not as "${host}".`);
    }
    if (!METHODS.has(method)) {
      context.header('allow', [...METHODS].join(', '));
      return refuse(context, 405, 'E_INPUT', `${method} means nothing here: use ${[...METHODS].join(', ')}.`);
    }
    if (isFromAnotherSite(context, host)) {
      return refuse(context, 403, 'E_INPUT', 'A page of another site asked for this: open Hearsay itself.');
    }
    if (token !== null) {
      if (context.req.path === '/enter') return enter(context, token);
      if (!isSame(tokenOf(context), token)) {
        context.header('www-authenticate', 'Bearer');
        return refuse(
          context,
          401,
          'E_INPUT',
          'Give the token: as "Authorization: Bearer TOKEN", or open /enter?token=TOKEN.',
        );
      }
    }
    if ((method === 'POST' || method === 'PUT') && !isJson(context.req.header('content-type'))) {
      return refuse(context, 415, 'E_INPUT', 'Send JSON, with the header "Content-Type: application/json".');
    }
    await next();
  };
}

/** Sets the cookie for a browser that knows the token, and sends it on to the page. */
function enter(context: Context, token: string): Response {
  if (!isSame(context.req.query('token'), token)) {
    return refuse(context, 401, 'E_INPUT', 'That is not the token: it was shown where hearsay serve was started.');
  }
  setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return context.redirect('/', 303);
}

/** Typing an address or following a bookmark ("none") is no other site; nor is a program that is no browser and sends neither header. */
function isFromAnotherSite(context: Context, host: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    // A link that the person follows shows the page and tells the other site nothing.
    return !(SAFE_METHODS.has(context.req.method) && context.req.header('sec-fetch-mode') === 'navigate');
  }
  const origin = context.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function tokenOf(context: Context): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '');
  return bearer?.[1] ?? getCookie(context, COOKIE);
}

/** Hashes are compared, so that neither length nor time tells anything of the token. */
function isSame(given: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(token));
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '');
}
