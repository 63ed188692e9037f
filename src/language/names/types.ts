/** The types of names, in the order in which the labels number them. */
import type { NameType } from '../../text/document.ts';
import { labelsOf } from '../network/runs.ts';

export const NAME_TYPES: readonly NameType[] = ['person', 'organization', 'place', 'group', 'product', 'work', 'event'];

/** Labels of the chain: none, and four a type. */
export const LABELS = labelsOf(NAME_TYPES.length);
