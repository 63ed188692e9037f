/** Names for what an export speaks of, where no web address names it: "urn:hearsay:" with the kind and the id. */

/**
 * The URN of something with an id of ours.
 *
 * @example
 * urnOf('stmt_8049f6c588ecf510'); // 'urn:hearsay:stmt:8049f6c588ecf510'
 */
export function urnOf(id: string): string {
  return `urn:hearsay:${id.replace('_', ':')}`;
}

/** Namespace of the properties that no public vocabulary has. */
export const HEARSAY_NAMESPACE = 'urn:hearsay:ns#';
