import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, scanText, startVault } from '@nexqloud/dcr-testkit';
import type { VaultServer } from '@nexqloud/dcr-testkit';
import fc from 'fast-check';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import type { VaultKvOptions } from '../../../packages/core/lib/targets/vault-kv/options.js';
import { createVaultKv } from '../../../packages/core/lib/targets/vault-kv/target.js';
import { catchCode, catchError } from '../support/codes.ts';
import { CREDENTIAL, makePorts, NEW_PASSWORD, SIGNAL } from './support.ts';
import type { TestPorts } from './support.ts';

const VALUES = { DCR_REGISTRY: 'dcr.nexqloud.io/acme', DCR_USERNAME: 'robot-acme', DCR_PASSWORD: NEW_PASSWORD };

describeReal(['vault'], 'vault-kv, against a real Vault', () => {
  let vault: VaultServer;
  let ports: TestPorts;
  let turn = 0;
  let path: string;

  beforeAll(async () => {
    vault = await startVault({ directory: makeTemporaryDirectory() });
    await vault.call('POST', 'sys/mounts/kv1', { type: 'kv', options: { version: '1' } });
    await vault.call('POST', 'sys/mounts/team%2Fkv', { type: 'kv', options: { version: '2' } });
  }, 90_000);
  afterAll(() => vault.stop());
  beforeEach(() => {
    path = `dcr/acme ${(turn += 1)}`;
    ports = makePorts({ VAULT_TOKEN: vault.rootToken });
  });

  const at = () => encodeURIComponent(path).replace('%2F', '/');
  const open = (options: Partial<VaultKvOptions> = {}, world = ports) =>
    createVaultKv({ address: vault.address, mount: 'secret', path, ...options }, world);
  const read = async (mount = 'secret') =>
    (await vault.call('GET', `${mount}/data/${at()}`))['data'] as { data: object; metadata: { version: number } };
  const put = (data: object) => vault.call('POST', `secret/data/${at()}`, { data });

  async function rotate(target: ReturnType<typeof open>, credential = CREDENTIAL) {
    const facts = await target.inspect(SIGNAL);
    await target.write(credential, facts, SIGNAL);
    return { facts, check: await target.check(credential, facts, SIGNAL) };
  }

  it.each(['secret', 'team/kv'])('stores a new secret in %s and reads it back', async (mount) => {
    const { facts, check } = await rotate(open({ mount }));
    expect(facts).toEqual({ stored: undefined, exists: false, version: null, since: null, unknown: [] });
    expect(check).toEqual({ kind: 'read-back', holds: true });
    expect((await read(mount)).data).toEqual(VALUES);
  });

  it('tells the credential that stands there, its version and its age', async () => {
    await rotate(open());
    const facts = await open().inspect(SIGNAL);
    expect(facts.stored?.username).toBe('robot-acme');
    expect(facts.stored?.password.reveal()).toBe(NEW_PASSWORD);
    expect(facts.version).toBe('1');
    expect(facts.since).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(JSON.stringify(facts)).not.toContain(NEW_PASSWORD);
  });

  it('makes no new version of what is in step already', async () => {
    await rotate(open());
    await rotate(open());
    expect((await read()).metadata.version).toBe(1);
  });

  it('keeps all other keys, whatever they hold', async () => {
    const key = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((name) => !/\p{Cs}/u.test(name) && !(name in VALUES));
    // Vault keeps every number as a 64-bit float.
    const value = fc.jsonValue().filter((json) => !/\\ud[89a-f]/iu.test(JSON.stringify(json)));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), async (data) => {
        path = `property/${(turn += 1)}`;
        await put({ ...data, DCR_PASSWORD: 'old' });
        const { data: before } = await read();
        await rotate(open());
        expect((await read()).data).toEqual({ ...before, ...VALUES });
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  it('merges on top of what others write to other keys at the same moment, and loses nothing', async () => {
    await put({ mine: 0 });
    const target = open();
    const facts = await target.inspect(SIGNAL);
    const others = Array.from({ length: 8 }, (_, i) =>
      rotate(open({ names: { password: `P${i}`, username: `U${i}`, registry: `R${i}` } })),
    );
    await Promise.all([target.write(CREDENTIAL, facts, SIGNAL), ...others]);
    const { data, metadata } = await read();
    expect(metadata.version).toBe(10);
    expect(data).toMatchObject({ ...VALUES, mine: 0 });
    for (let i = 0; i < 8; i += 1) expect(data).toMatchObject({ [`P${i}`]: NEW_PASSWORD });
  });

  it('leaves a credential that somebody else wrote since it was looked at', async () => {
    await put({ DCR_USERNAME: 'old', DCR_PASSWORD: 'old' });
    const target = open();
    const facts = await target.inspect(SIGNAL);
    await put({ DCR_USERNAME: 'theirs', DCR_PASSWORD: 'theirs' });
    expect(await catchCode(() => target.write(CREDENTIAL, facts, SIGNAL))).toBe('DCR_TARGET_REFUSED');
    expect((await read()).data).toEqual({ DCR_USERNAME: 'theirs', DCR_PASSWORD: 'theirs' });
  });

  it('writes where every write must name the version, and on top of a version that was deleted', async () => {
    await put({ other: 1 });
    await vault.call('POST', `secret/metadata/${at()}`, { cas_required: true });
    await rotate(open());
    expect((await read()).data).toEqual({ other: 1, ...VALUES });
    await vault.call('DELETE', `secret/data/${at()}`);
    const { facts } = await rotate(open());
    expect(facts).toMatchObject({ exists: false, version: '2' });
    expect((await read()).data).toEqual(VALUES);
    await vault.call('PUT', `secret/destroy/${at()}`, { versions: [3] });
    await rotate(open());
    expect((await read()).metadata.version).toBe(4);
  });

  const POLICY = 'path "secret/data/dcr/*"';
  it.each([
    ['reading alone', '{ capabilities = ["read"] }', 'DCR_TARGET_REFUSED'],
    ['nothing', '{ capabilities = ["deny"] }', 'DCR_TARGET_REFUSED'],
    ['creating alone, where it exists', '{ capabilities = ["read", "create"] }', 'DCR_TARGET_REFUSED'],
  ])('refuses a token with a policy for %s before anything is issued', async (_, rule, code) => {
    await put({ other: 1 });
    const token = await vault.createToken(`${POLICY} ${rule}`);
    const error = await catchError(() => open({}, makePorts({ VAULT_TOKEN: token })).inspect(SIGNAL));
    expect(error.code).toBe(code);
    expect(error.remedy).toContain('policy');
    expect((await read()).metadata.version).toBe(1);
  });

  it.each(['"update"', '"patch"'])('needs no more than reading and %s', async (capability) => {
    await put({ other: 1 });
    const token = await vault.createToken(`${POLICY} { capabilities = ["read", ${capability}] }`);
    const { check } = await rotate(open({}, makePorts({ VAULT_TOKEN: token })));
    expect(check.holds).toBe(true);
    expect((await read()).data).toEqual({ other: 1, ...VALUES });
  });

  it('refuses a token that loses its rights between the look and the write', async () => {
    const token = await vault.createToken(`${POLICY} { capabilities = ["read", "create", "update"] }`);
    const target = open({}, makePorts({ VAULT_TOKEN: token }));
    const facts = await target.inspect(SIGNAL);
    await vault.call('POST', 'auth/token/revoke', { token });
    const error = await catchError(() => target.write(CREDENTIAL, facts, SIGNAL));
    expect(error.code).toBe('DCR_TARGET_REFUSED');
    expect(error.remedy).toContain('VAULT_TOKEN');
  });

  it.each([
    ['version 1 of the engine, which would take the write as it is', { mount: 'kv1' }],
    ['a mount that is no KV engine', { mount: 'cubbyhole' }],
    ['a mount that is not there', { mount: 'nope' }],
  ])('refuses %s', async (_, options) => {
    const token = await vault.createToken(`path "kv1/*" { capabilities = ["read", "update", "create"] }
      path "cubbyhole/*" { capabilities = ["read", "update", "create"] }`);
    const target = open(options, makePorts({ VAULT_TOKEN: token }));
    expect(await catchCode(() => target.inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
  });

  it.each([
    ['no token', 'DCR_CREDENTIAL_MISSING', {}],
    ['a wrong token', 'DCR_TARGET_REFUSED', { VAULT_TOKEN: 'wrong-token' }],
  ])('refuses %s', async (_, code, variables) => {
    expect(await catchCode(() => open({}, makePorts(variables)).inspect(SIGNAL))).toBe(code);
  });

  it.each([
    { address: 'http://vault.example' },
    { path: '' },
    { path: 'a/../b' },
    { path: 'a//b' },
    { mount: '..' },
    { names: { password: 'X', username: 'X' } },
  ] as const satisfies Partial<VaultKvOptions>[])('refuses the configuration %j', async (options) => {
    expect(await catchCode(() => open(options))).toBe('DCR_CONFIG_INVALID');
  });

  it('sends the namespace with every request, and no secret in a URL or an error', async () => {
    const target = open({ namespace: 'admin/team' });
    const { facts } = await rotate(target);
    expect(ports.sent.length).toBeGreaterThan(5);
    for (const { headers } of ports.sent) expect(headers['x-vault-namespace']).toBe('admin/team');
    const secrets = [
      { name: 'password', username: CREDENTIAL.username, value: NEW_PASSWORD },
      { name: 'token', username: '', value: vault.rootToken },
    ];
    for (const { url } of ports.sent) expect(scanText(url.href, 'url', secrets)).toEqual([]);
    expect(scanText(vault.readLog().replace(/Root Token: .*/u, ''), 'log', secrets)).toEqual([]);
    expect(facts.unknown).toEqual([]);
  });
});

describeReal(['vault'], 'vault-kv, when Vault is sealed', () => {
  it('says so after the retries and changes nothing', async () => {
    const vault = await startVault({ directory: makeTemporaryDirectory() });
    try {
      const ports = makePorts({ VAULT_TOKEN: vault.rootToken });
      const target = createVaultKv({ address: vault.address, mount: 'secret', path: 'a' }, ports);
      const facts = await target.inspect(SIGNAL);
      await vault.call('PUT', 'sys/seal');
      const error = await catchError(() => target.write({ ...CREDENTIAL, password: new Secret('x') }, facts, SIGNAL));
      expect(error.code).toBe('DCR_SERVER_ERROR');
      expect(error.message).toContain('sealed');
      expect(ports.pauses).toHaveLength(3);
    } finally {
      await vault.stop();
    }
  }, 90_000);
});

describe('vault-kv', () => {
  it('gives every key of every namespace a name of its own', () => {
    const ports = makePorts({});
    const place = { address: 'https://vault.example', mount: 'secret', path: 'dcr' };
    const [a, b] = [createVaultKv(place, ports), createVaultKv({ ...place, namespace: 'team' }, ports)];
    expect(new Set([...a.writes, ...b.writes]).size).toBe(6);
    expect(createVaultKv({ ...place, mount: '/secret/', path: '/dcr/' }, ports).writes).toEqual(a.writes);
  });
});
