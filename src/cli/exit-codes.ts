/** What the program's exit codes mean; the help text prints them from here. */
export const EXIT = { ok: 0, failed: 1, usage: 2, someFailed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  ${EXIT.ok}    everything was read
  ${EXIT.failed}    the command could not be carried out; the message says why
  ${EXIT.usage}    the command line was not understood
  ${EXIT.someFailed}    some inputs failed, or some decisions found no words, or some corrections
     were left out; the rest is done
  ${EXIT.interrupted}  interrupted by Ctrl-C`;
