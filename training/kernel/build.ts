/**
 * Compiles the arithmetic kernel, with and without relaxed SIMD, and writes it where both the engine and a browser can load it without a file:
 *
 *   cd training && npm ci && cd .. && node training/kernel/build.ts
 *
 * AssemblyScript wants its entry file to end in .ts, which the project's own type check would then read, so it is copied.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'hearsay-kernel-'));
try {
  copyFileSync(path('../../src/language/network/kernel.as'), join(folder, 'kernel.ts'));
  const plain = compile('simd');
  const relaxed = compile('relaxed-simd');
  writeFileSync(
    path('../../src/language/network/kernel-bytes.ts'),
    `/** WebAssembly of kernel.as, in base64. Written by training/kernel/build.ts; do not edit. */\n// biome-ignore-start format: one line each\nexport const PLAIN_KERNEL_BYTES = '${plain}';\nexport const RELAXED_KERNEL_BYTES = '${relaxed}';\n// biome-ignore-end format: one line each\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** The kernel in base64, for engines that know this feature of WebAssembly. */
function compile(feature: 'simd' | 'relaxed-simd'): string {
  const options = [
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
    '--enable',
    feature,
    '--importMemory',
    '-o',
    'kernel.wasm',
  ];
  const compiler = path('../node_modules/assemblyscript/bin/asc.js');
  execFileSync(process.execPath, [compiler, 'kernel.ts', ...options], { cwd: folder, stdio: 'inherit' });
  return readFileSync(join(folder, 'kernel.wasm')).toString('base64');
}
