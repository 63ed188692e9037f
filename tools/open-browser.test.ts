import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';

test.each([
  ['linux', { DISPLAY: ':0' }, true, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, 'xdg-open'],
  ['linux', { DISPLAY: ':0' }, false, undefined],
  ['linux', { DISPLAY: '' }, true, undefined],
  ['linux', {}, true, undefined],
  ['darwin', {}, true, 'open'],
  ['darwin', {}, false, undefined],
  ['win32', {}, true, 'cmd'],
] as const)('%s with %j, terminal: %s', (platform, environment, isTerminal, program) => {
  expect(browserCommand({ platform, environment, isTerminal })?.[0]).toBe(program);
});
