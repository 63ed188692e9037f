/**
 * robots.txt as RFC 9309 has it, through robots-parser: asked for once a host and day. A host that has none (4xx) allows
 * everything; one whose file cannot be had (5xx, no answer) allows nothing until it can.
 */
import robotsParser from 'robots-parser';
import { HearsayError } from '../../text/errors.ts';
import type { Clock } from './clock.ts';

/** The name by which robots.txt can speak to Hearsay. */
export const ROBOTS_NAME = 'Hearsay';

/** RFC 9309: a copy is used for a day at most, and at least 500 KiB of the file are read. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const LONGEST_FILE = 512 * 1024;
/** A host that wants longer pauses wants no visits. */
const LONGEST_DELAY_S = 600;

export interface Robots {
  /**
   * Checks that a page may be fetched.
   *
   * @throws HearsayError E_ROBOTS where it may not.
   */
  check(url: URL, signal: AbortSignal): Promise<void>;
  /** The pause between requests that the host asks for, in milliseconds; 0 where it asks for none. */
  delayOf(url: URL): number;
}

/** What is used of the package, whose types are those of an ES module that it is not. */
interface RobotsFile {
  isAllowed(url: string, name: string): boolean | undefined;
  getCrawlDelay(name: string): number | undefined;
}
const parseRobots = robotsParser as unknown as (url: string, text: string) => RobotsFile;

interface Rules {
  readonly until: number;
  readonly parsed: RobotsFile | null;
}

/**
 * The rules of the hosts that are asked.
 *
 * @param fetchFile the status of a robots.txt and its text; follows redirects; throws where there is no answer
 * @example
 * const robots = createRobots(systemClock, fetchFile);
 * await robots.check(new URL('https://courier.example/pier'), signal);
 */
export function createRobots(
  clock: Clock,
  fetchFile: (url: URL, signal: AbortSignal) => Promise<{ status: number; text: string }>,
): Robots {
  const hosts = new Map<string, Rules>();
  const pending = new Map<string, Promise<Rules>>();

  const load = async (origin: string, signal: AbortSignal): Promise<Rules> => {
    const url = new URL('/robots.txt', origin);
    const answer = await fetchFile(url, signal).catch((cause: unknown) => {
      // A refusal of ours (a private address, the budget) is no answer of the host's.
      if (cause instanceof HearsayError && cause.code !== 'E_FETCH') throw cause;
      return { status: 503, text: '', cause };
    });
    const { status, text } = answer;
    const isThere = status === 200;
    const isUnavailable = status >= 400 && status < 500 && status !== 429;
    if (!isThere && !isUnavailable && status >= 300) {
      const cause = 'cause' in answer ? answer.cause : undefined;
      const known = cause instanceof HearsayError && /private network/.test(cause.message) ? cause : null;
      const message = `${url.href} cannot be had, so nothing may be fetched from there now: try again later.`;
      throw known ?? new HearsayError('E_ROBOTS', message, { cause });
    }
    const parsed = isThere ? parseRobots(url.href, text.slice(0, LONGEST_FILE)) : null;
    const rules = { until: clock.now() + KEPT_MS, parsed };
    hosts.set(origin, rules);
    return rules;
  };

  const rulesOf = (origin: string, signal: AbortSignal): Promise<Rules> => {
    const known = hosts.get(origin);
    if (known && known.until > clock.now()) return Promise.resolve(known);
    const asked = pending.get(origin) ?? load(origin, signal).finally(() => pending.delete(origin));
    pending.set(origin, asked);
    return asked;
  };

  const delayOf = (url: URL): number => (hosts.get(url.origin)?.parsed?.getCrawlDelay(ROBOTS_NAME) ?? 0) * 1000;

  return {
    delayOf,
    check: async (url, signal) => {
      const { parsed } = await rulesOf(url.origin, signal);
      if (parsed?.isAllowed(url.href, ROBOTS_NAME) === false) {
        const message = `${url.origin}/robots.txt asks programs not to fetch this: save the page in a browser and give the file.`;
        throw new HearsayError('E_ROBOTS', message);
      }
      if (delayOf(url) > LONGEST_DELAY_S * 1000) {
        const message = `${url.origin}/robots.txt asks for ${delayOf(url) / 1000} seconds between requests: save the page in a browser.`;
        throw new HearsayError('E_ROBOTS', message);
      }
    },
  };
}
