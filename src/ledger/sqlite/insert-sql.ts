/**
 * The statement that puts a row into a table: one string for each table, made once, so that it is prepared once.
 *
 * @example
 * insertSql('who', 'id, type, name'); // 'INSERT INTO who (id, type, name) VALUES (?, ?, ?)'
 */
export function insertSql(table: string, columns: string): string {
  return `INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').fill('?').join(', ')})`;
}
