import { parseApiAddress } from '../api/address.ts';
import { DcrError } from '../errors.ts';

export interface VaultAddress {
  readonly base: URL;
  /** Vault Enterprise and HCP. */
  readonly namespace: string | undefined;
  /** Variable that holds the token. */
  readonly tokenEnv: string;
}

export interface VaultAddressOptions {
  /** Root of the Vault. */
  readonly address: string;
  readonly namespace?: string;
  /** Default `VAULT_TOKEN`. */
  readonly tokenEnv?: string;
}

/** Throws `DCR_CONFIG_INVALID`. */
export function locateVault(
  { address, namespace, tokenEnv = 'VAULT_TOKEN' }: VaultAddressOptions,
  what: string,
): VaultAddress {
  return { base: parseApiAddress(address, `address of ${what}`), namespace, tokenEnv };
}

/** A path inside of Vault as part of a URL. Throws `DCR_CONFIG_INVALID`. */
export function encodeVaultPath(path: string, what: string): string {
  const parts = path.replace(/^\/+|\/+$/gu, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part !== part.trim()))
    throw new DcrError('DCR_CONFIG_INVALID', {
      message: `${what} has a path that Vault cannot have: ${JSON.stringify(path)}`,
    });
  return parts.map((part) => encodeURIComponent(part)).join('/');
}
