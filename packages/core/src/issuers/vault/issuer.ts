import { isRefusal } from '../../api/failure.ts';
import { JSON_TYPE, readObject } from '../../api/json.ts';
import { DcrError } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { TargetNames } from '../../targets/names.ts';
import { chooseNames } from '../../targets/names.ts';
import { explainVault, openVault } from '../../vault/api.ts';
import { readKv } from '../../vault/kv.ts';
import type { VaultAddressOptions } from '../../vault/place.ts';
import { encodeVaultPath, locateVault } from '../../vault/place.ts';
import { requireParts } from '../answer.ts';
import type { IssuedCredential, Issuer } from '../issuer.ts';

export interface VaultIssuerOptions extends VaultAddressOptions {
  /** Of a KV engine, version 2; without it, `path` is the whole path of a credential that Vault makes at each reading. */
  readonly mount?: string;
  readonly path: string;
  readonly names?: Partial<TargetNames>;
  /** A path that takes a write with `username` and `rotation`. */
  readonly retire?: VaultAddressOptions & { readonly path: string };
}

/** A credential that somebody stored in Vault, or that an engine of Vault makes. Throws `DCR_CONFIG_INVALID`. */
export function createVaultIssuer(options: VaultIssuerOptions, ports: Ports): Issuer {
  const { mount, path, retire } = options;
  const what = `issuer vault (${mount === undefined ? '' : `${mount}/`}${path})`;
  const address = locateVault(options, what);
  const names = chooseNames(options.names, what);
  const [mountPath, secretPath] = [
    mount === undefined ? '' : encodeVaultPath(mount, what),
    encodeVaultPath(path, what),
  ];

  const readStored = async (registry: string, signal: AbortSignal): Promise<IssuedCredential> => {
    const api = openVault(address, ports);
    const place = { path: `v1/${mountPath}/data/${secretPath}` };
    const secret = await readKv(place, api, signal);
    if ('status' in secret)
      throw refuse(explainVault(secret, { api, address, path: place.path.slice(3), needs: 'read' }), what);
    const meant = secret.data[names.registry];
    if (typeof meant === 'string' && meant !== registry) {
      const message = `${what} holds a credential for ${JSON.stringify(meant.slice(0, 100))}, not for ${registry}`;
      throw new DcrError('DCR_CONFIG_INVALID', { message, remedy: 'Correct mount and path of the issuer.' });
    }
    return requireParts({ username: secret.data[names.username], password: secret.data[names.password] }, what);
  };

  const make = async (signal: AbortSignal): Promise<IssuedCredential> => {
    const api = openVault(address, ports);
    // Each reading makes another credential.
    const answer = await api.ask({ method: 'GET', path: `v1/${secretPath}`, once: true, signal });
    if (answer.status !== 200)
      throw refuse(
        { ...explainVault(answer, { api, address, path, needs: 'read' }), noEffect: isRefusal(answer) },
        what,
      );
    const { data, lease_id: lease, lease_duration: seconds } = readObject(answer, api);
    // Without a lease nothing ends: the KV engine, version 1, names a duration all the same.
    const ends = typeof lease === 'string' && lease !== '' && typeof seconds === 'number' && seconds > 0;
    return requireParts(data ?? {}, what, ends ? ports.clock.now() + seconds * 1000 : undefined);
  };

  const issuer: Issuer = {
    ...(mount === undefined ? {} : { makesNothing: true as const }),
    issue: ({ registry, signal }) => (mount === undefined ? make(signal) : readStored(registry, signal)),
  };
  if (retire === undefined) return issuer;
  const far = locateVault(retire, `retire of ${what}`);
  const farPath = encodeVaultPath(retire.path, `retire of ${what}`);
  return {
    ...issuer,
    async retire({ username, rotation, signal }) {
      const api = openVault(far, ports);
      const body = { type: JSON_TYPE, text: JSON.stringify({ username, rotation }) };
      const answer = await api.ask({ method: 'POST', path: `v1/${farPath}`, body, signal });
      if (answer.status !== 200 && answer.status !== 204)
        throw refuse(
          explainVault(answer, { api, address: far, path: retire.path, needs: 'update' }),
          `retire of ${what}`,
        );
    },
  };
}

function refuse(
  { message, ...rest }: { readonly message: string; readonly remedy: string; readonly noEffect?: boolean },
  what: string,
): DcrError {
  return new DcrError('DCR_CONFIG_INVALID', { message: `${what}: ${message}`, ...rest });
}
