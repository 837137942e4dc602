import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, startVault } from '@nexqloud/dcr-testkit';
import type { VaultServer } from '@nexqloud/dcr-testkit';
import type { FakeServer } from '@nexqloud/dcr-testkit/fakes';
import { startFakeServer } from '@nexqloud/dcr-testkit/fakes';
import type { VaultIssuerOptions } from '../../../packages/core/lib/issuers/vault/issuer.js';
import { createVaultIssuer } from '../../../packages/core/lib/issuers/vault/issuer.js';
import { catchCode, catchError } from '../support/codes.ts';
import { makePorts, SIGNAL } from '../targets/support.ts';
import type { TestPorts } from '../targets/support.ts';

const REQUEST = { rotation: 'r-1', registry: 'dcr.nexqloud.io/acme', signal: SIGNAL };
const OLD = { username: 'robot-1', rotation: 'r-1', signal: SIGNAL };

describeReal(['vault'], 'issuer vault, against a real Vault', () => {
  let vault: VaultServer;
  let rabbit: FakeServer;
  let ports: TestPorts;

  beforeAll(async () => {
    vault = await startVault({ directory: makeTemporaryDirectory() });
    await vault.call('POST', 'sys/mounts/kv1', { type: 'kv', options: { version: '1' } });
    // The one engine of Vault that makes user names and passwords and needs no more than an http server to do so.
    rabbit = await startFakeServer({ handle: () => ({ status: 204 }), validate: () => [] });
    await vault.call('POST', 'sys/mounts/rabbitmq', { type: 'rabbitmq' });
    const connection = { connection_uri: rabbit.url, username: 'a', password: 'b', verify_connection: false };
    await vault.call('POST', 'rabbitmq/config/connection', connection);
    await vault.call('POST', 'rabbitmq/config/lease', { ttl: 1800, max_ttl: 3600 });
    await vault.call('POST', 'rabbitmq/roles/ci', { tags: 'management' });
  }, 90_000);
  afterAll(async () => {
    await vault.stop();
    await rabbit.close();
  });
  beforeEach(() => {
    ports = makePorts({ VAULT_TOKEN: vault.rootToken });
  });

  const open = (options: Partial<VaultIssuerOptions> = {}, world = ports) =>
    createVaultIssuer({ address: vault.address, mount: 'secret', path: 'dcr/new', ...options }, world);
  const put = (data: object) => vault.call('POST', 'secret/data/dcr/new', { data });

  it('gives the same stored value each time, without an end', async () => {
    await put({ DCR_USERNAME: 'robot', DCR_PASSWORD: 'stored-canary', DCR_REGISTRY: REQUEST.registry });
    for (const _ of [1, 2]) {
      const issued = await open().issue(REQUEST);
      expect([issued.username, issued.password.reveal(), issued.expiresAt]).toEqual([
        'robot',
        'stored-canary',
        undefined,
      ]);
    }
  });

  it('takes other names', async () => {
    await put({ user: 'robot', DCR_PASSWORD: 'stored-canary' });
    expect((await open({ names: { username: 'user' } }).issue(REQUEST)).username).toBe('robot');
  });

  it('makes a new credential each time by path alone, with the end of its lease', async () => {
    const issuer = createVaultIssuer({ address: vault.address, path: 'rabbitmq/creds/ci' }, ports);
    const [one, two] = [await issuer.issue(REQUEST), await issuer.issue(REQUEST)];
    expect(one.password.reveal()).not.toBe(two.password.reveal());
    expect(one.username).not.toBe(two.username);
    const left = (one.expiresAt ?? 0) - Date.now();
    expect(left).toBeGreaterThan(1_700_000);
    expect(left).toBeLessThanOrEqual(1_800_000);
  });

  it('only reads by mount, and by path alone made nothing where Vault says no', async () => {
    expect(open().makesNothing).toBe(true);
    const issuer = createVaultIssuer({ address: vault.address, path: 'rabbitmq/creds/nobody' }, ports);
    expect(issuer.makesNothing).toBeUndefined();
    expect(await catchError(() => issuer.issue(REQUEST))).toMatchObject({ noEffect: true });
  });

  it('sees no end in a value that has no lease', async () => {
    await vault.call('POST', 'kv1/robot', { username: 'robot', password: 'stored-canary' });
    const issued = await createVaultIssuer({ address: vault.address, path: 'kv1/robot' }, ports).issue(REQUEST);
    expect(issued.expiresAt).toBeUndefined();
  });

  it.each([
    ['nothing there', undefined, 'DCR_CREDENTIAL_MISSING'],
    ['no password', { DCR_USERNAME: 'robot' }, 'DCR_CREDENTIAL_MISSING'],
    ['an empty password', { DCR_USERNAME: 'robot', DCR_PASSWORD: '' }, 'DCR_CREDENTIAL_MISSING'],
    ['a password that is no text', { DCR_USERNAME: 'robot', DCR_PASSWORD: 7 }, 'DCR_CREDENTIAL_MISSING'],
    [
      'the credential of another registry',
      { DCR_USERNAME: 'a', DCR_PASSWORD: 'stored-canary', DCR_REGISTRY: 'dcr.nexqloud.io/b' },
      'DCR_CONFIG_INVALID',
    ],
  ] as const)('refuses %s', async (_, data, code) => {
    await vault.call('DELETE', 'secret/metadata/dcr/new');
    if (data !== undefined) await put(data);
    const error = await catchError(() => open().issue(REQUEST));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.remedy}`).not.toContain('stored-canary');
  });

  it('says which policy is missing', async () => {
    const token = await vault.createToken('path "secret/data/other" { capabilities = ["read"] }');
    const error = await catchError(() => open({}, makePorts({ VAULT_TOKEN: token })).issue(REQUEST));
    expect(error.code).toBe('DCR_CONFIG_INVALID');
    expect(error.remedy).toContain('secret/data/dcr/new');
  });

  it.each([
    { address: 'http://vault.example' },
    { path: '../sys/seal' },
    { retire: { address: 'http://vault.example', path: 'a' } },
  ])('refuses the configuration %j', async (options) => {
    expect(await catchCode(() => open(options))).toBe('DCR_CONFIG_INVALID');
  });

  it('retires by a write to the path that it is told, and only then', async () => {
    expect(open().retire).toBeUndefined();
    await open({ retire: { address: vault.address, path: 'kv1/retired' } }).retire?.(OLD);
    const { data } = await vault.call('GET', 'kv1/retired');
    expect(data).toEqual({ username: 'robot-1', rotation: 'r-1' });
    const nowhere = open({ retire: { address: vault.address, path: 'nope/retired' } });
    expect(await catchCode(() => nowhere.retire?.(OLD))).toBe('DCR_CONFIG_INVALID');
  });
});
