/** Entities by their last mention, the latest first: a list in which moving one to the front costs the same however many there are. */
import type { EntityDraft } from './entity-draft.ts';

export class RecentEntities {
  /** By the ids of entities: what was mentioned before and after each; null at either end. */
  private readonly older = new Map<EntityDraft, EntityDraft | null>();
  private readonly newer = new Map<EntityDraft, EntityDraft | null>();
  private newest: EntityDraft | null = null;
  private oldest: EntityDraft | null = null;

  /** Moves an entity to the front. */
  add(entity: EntityDraft): void {
    if (this.newest === entity) return;
    this.drop(entity);
    this.older.set(entity, this.newest);
    this.newer.set(entity, null);
    if (this.newest !== null) this.newer.set(this.newest, entity);
    this.newest = entity;
    this.oldest ??= entity;
  }

  /**
   * Takes out what was mentioned longest ago, as long as that is out of date.
   *
   * @example
   * recent.forget(({ last }) => mentions[last].sentence < 12);
   */
  forget(isOld: (entity: EntityDraft) => boolean): void {
    while (this.oldest !== null && isOld(this.oldest)) this.drop(this.oldest);
  }

  /**
   * The latest mentioned first.
   *
   * @example
   * for (const entity of recent.latest()) if (entity.type === 'person') break;
   */
  *latest(): Generator<EntityDraft> {
    for (let at = this.newest; at !== null; at = this.older.get(at) ?? null) yield at;
  }

  private drop(entity: EntityDraft): void {
    const older = this.older.get(entity);
    const newer = this.newer.get(entity);
    if (older === undefined || newer === undefined) return;
    if (older === null) this.oldest = newer;
    else this.newer.set(older, newer);
    if (newer === null) this.newest = older;
    else this.older.set(newer, older);
    this.older.delete(entity);
    this.newer.delete(entity);
  }
}
