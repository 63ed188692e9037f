/** What intake remembers of the addresses that it visited, in the form in which a ledger keeps it: see IntakeSource. */
import type { Memory } from '../intake/fetch/follow-links.ts';
import type { Visit } from '../intake/items/item.ts';
import type { IntakeSource } from '../ledger/ledger.ts';
import { toOutlineAttributes, toSourceAttributes } from '../ledger/outline-attributes.ts';

/** Names in a source's attributes; those of its line in a list of feeds stand behind a beginning of their own. */
const LIST = 'list';
const IDENTITY = 'identity';
const STAMP = 'stamp';

/**
 * The memory of the sources that a ledger keeps.
 *
 * @example
 * const memory = recall(await ledger.intakeSources());
 */
export function recall(sources: readonly IntakeSource[]): Memory {
  const byAddress = new Map<string, Visit>();
  const byEntry = new Map<string, Visit>();
  for (const source of sources) {
    const visit = visitFrom(source);
    byAddress.set(visit.address, visit);
    if (visit.list !== null && visit.identity !== null) byEntry.set(`${visit.list}\n${visit.identity}`, visit);
  }
  return {
    visitOf: (address) => byAddress.get(address) ?? null,
    visitOfEntry: (list, identity) => byEntry.get(`${list}\n${identity}`) ?? null,
  };
}

/**
 * A visit as a source of the ledger. One whose list was not read whole is remembered without what would make its server say
 * that nothing changed.
 *
 * @param at ISO 8601 instant
 * @example
 * await ledger.putIntakeSource(sourceOf(visit, { at: now, isWhole: true }));
 */
export function sourceOf(
  visit: Visit,
  { at, isWhole }: { readonly at: string; readonly isWhole: boolean },
): IntakeSource {
  const { address, kind, title, list, outline, identity, stamp, etag, lastModified } = visit;
  return {
    address,
    kind,
    title,
    groups: outline?.groups ?? [],
    attributes: {
      ...toSourceAttributes(outline?.attributes ?? {}),
      ...(list !== null && { [LIST]: list }),
      ...(identity !== null && { [IDENTITY]: identity }),
      ...(stamp !== null && { [STAMP]: stamp }),
    },
    etag: isWhole ? etag : null,
    lastModified: isWhole ? lastModified : null,
    addedAt: at,
    checkedAt: at,
    dueAt: null,
    failures: 0,
  };
}

function visitFrom({ address, kind, title, groups, attributes, etag, lastModified }: IntakeSource): Visit {
  const outline = toOutlineAttributes(attributes);
  return {
    address,
    kind,
    title,
    list: attributes[LIST] ?? null,
    outline: groups.length > 0 || Object.keys(outline).length > 0 ? { groups, attributes: outline } : null,
    identity: attributes[IDENTITY] ?? null,
    stamp: attributes[STAMP] ?? null,
    etag,
    lastModified,
  };
}
