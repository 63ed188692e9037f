/** The option that every command with a ledger has: flags, description and default, as `Command.option` takes them. */
export const LEDGER_OPTION = ['--ledger <file>', 'the file that keeps the ledger', 'hearsay.db'] as const;
