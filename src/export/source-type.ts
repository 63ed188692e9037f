/** What kind of source a statement has, in the words of the column source_type. */
import type { StatementRecord } from '../ledger/ledger.ts';

export type SourceType = 'named' | 'unnamed' | 'collective' | 'document' | 'outlet' | 'none';

/**
 * The kind of source; null where it is open who is meant. The ledger's view v_statements says the same.
 *
 * @example
 * sourceTypeOf({ source: null, actor: null }); // 'none'
 */
export function sourceTypeOf({ source, actor }: Pick<StatementRecord, 'source' | 'actor'>): SourceType | null {
  if (source === null) return 'none';
  if (actor === null) return null;
  switch (actor.type) {
    case 'person':
    case 'organization':
    case 'state':
      return 'named';
    case 'group':
      return 'collective';
    default:
      return actor.type;
  }
}
