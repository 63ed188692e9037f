/** Opens an address in the person's browser, where there is a person with a desktop. */
import { spawn } from 'node:child_process';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal; where it is not, nobody is looking. */
  readonly isTerminal: boolean;
}

/**
 * The command that opens an address, or null where there is no terminal or no desktop.
 *
 * @example
 * browserCommand({ platform: 'linux', environment: { DISPLAY: ':0' }, isTerminal: true }); // ['xdg-open']
 */
export function browserCommand({ platform, environment, isTerminal }: Surroundings): readonly string[] | null {
  if (!isTerminal) return null;
  if (platform === 'darwin') return ['open'];
  // "start" takes its first quoted word for a title.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/**
 * Opens the address with the command, and goes on at once; a desktop without a browser is no error.
 *
 * @example
 * openBrowser(['xdg-open'], 'http://127.0.0.1:4317/');
 */
export function openBrowser([program, ...words]: readonly string[], url: string): void {
  const child = spawn(program, [...words, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
