/**
 * Builds what the package ships, into dist/: JavaScript and types of src/, the data files beside them, and the page in
 * dist/web. The models are shipped as they are.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './build-page.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

rmSync(DIST, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [COMPILER, '-p', join(ROOT, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
cpSync(join(ROOT, 'src'), DIST, {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || !/\.tsx?$|\.snap$/.test(path),
});
await buildPage(join(DIST, 'web'));
