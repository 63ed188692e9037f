/**
 * Whether a WACZ is what its makers sealed: datapackage.json names every file with its SHA-256 and length, and
 * datapackage-digest.json names the hash of that list (WACZ 1.1.1 and 1.2.0). Each file is read once, in a stream.
 */
import { createHash } from 'node:crypto';
import { HearsayError } from '../../text/errors.ts';
import type { Zip } from './open-zip.ts';

const LIST = 'datapackage.json';
const LIST_DIGEST = 'datapackage-digest.json';
const LARGEST_LIST = 64 * 1024 * 1024;

export interface VerifiedWacz {
  /** Files whose hash is that of the list, in the list's order. */
  readonly files: readonly string[];
  readonly errors: readonly { readonly file: string; readonly error: HearsayError }[];
  readonly title: string | null;
}

/**
 * Checks every file of the archive against the list.
 *
 * @throws HearsayError E_ARCHIVE where there is no list, or it is that of another format; E_HASH where the list itself is not
 * what its digest says: then nothing in the archive can be relied on.
 * @example
 * const { files, errors } = await verifyWacz(await openZip('case.wacz'));
 */
export async function verifyWacz(zip: Zip): Promise<VerifiedWacz> {
  if (!zip.names.includes(LIST)) {
    throw new HearsayError('E_ARCHIVE', 'This is a ZIP file, but not WACZ: unpack it and give its folder.');
  }
  const bytes = await zip.read(LIST, LARGEST_LIST);
  if (zip.names.includes(LIST_DIGEST)) {
    const { hash } = jsonOf(LIST_DIGEST, await zip.read(LIST_DIGEST, LARGEST_LIST));
    if (!isHash(hash) || !matches(hash, createHash(algorithmOf(hash)).update(bytes).digest('hex'))) {
      throw new HearsayError(
        'E_HASH',
        `${LIST} is not what ${LIST_DIGEST} says: the archive was changed; nothing is read.`,
      );
    }
  }
  const list = jsonOf(LIST, bytes);
  checkProfile(list);
  const files: string[] = [];
  const errors: { file: string; error: HearsayError }[] = [];
  for (const { path, hash, bytes: length } of resourcesOf(list)) {
    const error = await checkFile(zip, path, hash, length);
    if (error) errors.push({ file: path, error });
    else files.push(path);
  }
  return { files, errors, title: typeof list.title === 'string' ? list.title : null };
}

/** 1.1.1 says "data-package" and gives its version, 1.2.0 says "wacz". */
function checkProfile({ profile, wacz_version: version }: Record<string, unknown>): void {
  const isKnown = profile === 'wacz' || (profile === 'data-package' && version !== undefined) || version !== undefined;
  if (isKnown && profile !== 'multi-wacz-package') return;
  throw new HearsayError(
    'E_ARCHIVE',
    `${LIST} has the profile "${String(profile)}", not WACZ: give the WACZ files in it.`,
  );
}

interface Resource {
  readonly path: string;
  readonly hash: unknown;
  readonly bytes: unknown;
}

function resourcesOf({ resources }: Record<string, unknown>): Resource[] {
  if (!Array.isArray(resources))
    throw new HearsayError('E_ARCHIVE', `${LIST} lists no resources: get the archive again.`);
  return resources.filter((entry): entry is Resource => typeof entry?.path === 'string');
}

async function checkFile(zip: Zip, path: string, hash: unknown, length: unknown): Promise<HearsayError | null> {
  if (!zip.names.includes(path)) return new HearsayError('E_HASH', `${path} is listed, but missing from the archive.`);
  if (!isHash(hash)) return new HearsayError('E_HASH', `${path} is listed without a hash that can be checked.`);
  const digest = createHash(algorithmOf(hash));
  let size = 0;
  try {
    for await (const part of zip.stream(path)) {
      digest.update(part);
      size += part.length;
    }
  } catch (cause) {
    if (cause instanceof HearsayError) return new HearsayError(cause.code, `${path}: ${cause.message}`, { cause });
    throw cause;
  }
  if (matches(hash, digest.digest('hex')) && (typeof length !== 'number' || length === size)) return null;
  return new HearsayError('E_HASH', `${path} is not what its hash says: it was changed or damaged, and is not read.`);
}

type Hash = `${string}:${string}`;

function isHash(hash: unknown): hash is Hash {
  return typeof hash === 'string' && /^(?:sha256|md5|sha1|sha512):[0-9a-f]+$/i.test(hash);
}

function algorithmOf(hash: Hash): string {
  return hash.slice(0, hash.indexOf(':')).toLowerCase();
}

function matches(hash: Hash, hex: string): boolean {
  return hash.slice(hash.indexOf(':') + 1).toLowerCase() === hex;
}

function jsonOf(name: string, bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new HearsayError('E_ARCHIVE', `${name} is not JSON: get the archive again.`);
}
