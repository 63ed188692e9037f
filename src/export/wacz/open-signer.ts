/**
 * Signs an evidence pack as the WACZ signing specification's anonymous signature does (specs.webrecorder.net/wacz-auth): ECDSA on the curve P-384 over
 * the text of the hash, with SHA-256, as ReplayWeb.page checks it. It tells that two packs are from the holder of one key, and that nobody
 * else changed them since; not who that is. The key is made here, stays on the disk, and only its owner may read it.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HearsayError } from '../../text/errors.ts';

const CURVE = 'secp384r1';

export interface Signer {
  /** SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  /** The signature of a text in base64: both numbers, 48 bytes each. */
  sign(text: string): string;
}

/**
 * Signs with the private key in a file (PKCS#8, PEM), which is made where there is none.
 *
 * @throws HearsayError E_UNREADABLE where the file holds no such key, E_OUTPUT where none can be written there.
 * @example
 * (await openSigner('signing-key.pem')).publicKey; // 'MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE…'
 */
export async function openSigner(path: string): Promise<Signer> {
  const key = readKey(path, (await readPem(path)) ?? (await makePem(path)));
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  };
}

async function readPem(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new HearsayError('E_UNREADABLE', `${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

async function makePem(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new HearsayError('E_OUTPUT', `The key cannot be written to ${path}: ${(cause as Error).message}`, { cause });
  }
  return pem;
}

function readKey(path: string, pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === CURVE) return key;
  } catch {
    // Said below, as for a key of another kind.
  }
  throw new HearsayError('E_UNREADABLE', `${path} holds no private key on the curve P-384 in PEM: name another file.`);
}
