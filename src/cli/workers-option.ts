import { parseNumber } from './parse-number.ts';

/** The option of every command that reads in worker threads, as `Command.option` takes it. */
export const WORKERS_OPTION = [
  '--workers <number>',
  'threads that read (default: the cores but one)',
  parseNumber,
] as const;
