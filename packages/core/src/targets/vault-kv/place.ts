import type { VaultAddress } from '../../vault/place.ts';
import { encodeVaultPath, locateVault } from '../../vault/place.ts';
import type { TargetNames } from '../names.ts';
import { chooseNames, listNames } from '../names.ts';
import type { TargetIdentity } from '../target.ts';
import type { VaultKvOptions } from './options.ts';

export interface VaultKvPlace extends TargetIdentity {
  readonly address: VaultAddress;
  readonly label: string;
  readonly mount: string;
  /** As a policy names it: `secret/data/dcr/acme`. */
  readonly policyPath: string;
  /** Below the address. */
  readonly path: string;
  readonly names: TargetNames;
}

/** Throws `DCR_CONFIG_INVALID`. */
export function locateVaultKv(options: VaultKvOptions): VaultKvPlace {
  const { mount, path } = options;
  const what = `vault-kv ${mount}/${path}`;
  const address = locateVault(options, what);
  const names = chooseNames(options.names, what);
  const [mountPath, secretPath] = [encodeVaultPath(mount, what), encodeVaultPath(path, what)];
  const bare = (text: string): string => text.replace(/^\/+|\/+$/gu, '');
  const words = ['vault-kv', address.base.host, address.namespace ?? '', `${bare(mount)}/${bare(path)}`];
  const prefix = words.filter((word) => word !== '').join(' ');
  return {
    id: `${prefix} ${names.password}`,
    type: 'vault-kv',
    writes: listNames(names).map((name) => `${prefix} ${name}`),
    api: address.base.host,
    address,
    label: `${bare(mount)}/${bare(path)} of Vault`,
    mount: mountPath,
    policyPath: `${bare(mount)}/data/${bare(path)}`,
    path: `v1/${mountPath}/data/${secretPath}`,
    names,
  };
}
