import type sodium from 'libsodium-wrappers';
import { refuseTarget } from '../../api/failure.ts';

/** https://docs.github.com/actions/reference/limits */
const VALUE_LIMIT = 48 * 1024;

let loading: Promise<typeof sodium> | undefined;

/** Base64 of a sealed box that only the holder of the key pair opens: https://doc.libsodium.org/public-key_cryptography/sealed_boxes */
export async function sealValue(value: string, publicKey: string): Promise<string> {
  const { crypto_box_seal, from_base64, to_base64, base64_variants } = await loadSodium();
  const key = from_base64(publicKey, base64_variants.ORIGINAL);
  return to_base64(crypto_box_seal(value, key), base64_variants.ORIGINAL);
}

/** Throws `DCR_TARGET_REFUSED`. */
export function checkValue(name: string, value: string): void {
  const size = Buffer.byteLength(value);
  if (size > VALUE_LIMIT) {
    const message = `GitHub cannot hold the new value of ${name}: it has ${size} bytes, and 48 KB is the limit`;
    throw refuseTarget(message, 'Have the issuer give a shorter value.');
  }
}

/** Loaded only here: it is half a megabyte of WebAssembly. */
function loadSodium(): Promise<typeof sodium> {
  loading ??= import('libsodium-wrappers').then(async ({ default: library }) => {
    await library.ready;
    return library;
  });
  return loading;
}
