import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { acme, acmeReader, ask, globex, startThree } from './client.ts';
import type { Question, Reply } from './client.ts';

describe('rotation', () => {
  let sandbox: Sandbox;
  beforeEach(async () => void (sandbox = await startThree()));
  afterEach(() => sandbox.close());

  const opens = async (basic: Question['basic'] & object): Promise<boolean> =>
    (await ask(sandbox, { path: '/v2/acme/_catalog', basic })).status === 200;
  const current = (): { username: string; password: string } => {
    const { username, password } = sandbox.registries[0] ?? { username: '', password: '' };
    return { username, password };
  };

  it('ends the old credential at once and keeps its username and access', async () => {
    const next = sandbox.rotate('acme');
    expect(next).toMatchObject({ username: acme.username, access: 'push' });
    expect(await opens(acme)).toBe(false);
    expect(await opens(next)).toBe(true);
    expect(current()).toEqual({ username: next.username, password: next.password });
  });

  it('touches neither the registry’s other credentials nor another registry', async () => {
    sandbox.rotate('acme');
    expect(await opens(acmeReader)).toBe(true);
    expect((await ask(sandbox, { path: '/v2/globex/_catalog', basic: globex })).status).toBe(200);
  });

  it('takes the username and password that it is given', async () => {
    expect(sandbox.rotate('acme', { username: 'next', password: 'chosen' })).toMatchObject({ username: 'next' });
    expect(await opens({ username: 'next', password: 'chosen' })).toBe(true);
  });

  it('lets both live with grace, until the old one is retired by name', async () => {
    const next = sandbox.rotate('acme', { grace: true });
    expect(next.username).not.toBe(acme.username);
    expect([await opens(acme), await opens(next)]).toEqual([true, true]);
    sandbox.retire('acme', acme.username);
    expect([await opens(acme), await opens(next)]).toEqual([false, true]);
  });

  it('can tell two credentials of one username apart when one is retired', async () => {
    const next = sandbox.rotate('acme', { grace: true, username: acme.username });
    sandbox.retire('acme', acme);
    expect([await opens(acme), await opens(next)]).toEqual([false, true]);
  });

  it('makes a password that is long, fit for a URL and never the same', () => {
    const passwords = Array.from({ length: 50 }, () => sandbox.rotate('acme').password);
    expect(new Set(passwords).size).toBe(50);
    for (const password of passwords) expect(password).toMatch(/^sbx_[\w-]{32}$/);
  });

  it('refuses what it does not know', () => {
    expect(() => sandbox.rotate('acne')).toThrow(RangeError);
    expect(() => sandbox.retire('acne', 'x')).toThrow(RangeError);
    expect(() => sandbox.retire('acme', 'nobody')).toThrow(RangeError);
    expect(() => sandbox.rotate('acme', { username: 'with:colon' })).toThrow(TypeError);
  });

  it('still knows the last credential when all are retired, and can give a new one', async () => {
    sandbox.retire('globex', globex.username);
    expect(sandbox.registries[1]).toMatchObject({ ...globex, credentials: [] });
    expect((await ask(sandbox, { path: '/v2/', basic: globex })).status).toBe(401);
    const next = sandbox.rotate('globex');
    expect((await ask(sandbox, { path: '/v2/', basic: next })).status).toBe(200);
  });

  describe('over HTTP', () => {
    const credentials = '/sandbox/registries/acme/credentials';
    const issue = (bearer: string, path = credentials): Promise<Reply> =>
      ask(sandbox, { method: 'POST', path, bearer });
    const revoke = (username: string, bearer = sandbox.adminToken): Promise<Reply> =>
      ask(sandbox, { method: 'DELETE', path: `${credentials}/${encodeURIComponent(username)}`, bearer });

    it('issues a credential beside the old one, which lives until it is deleted', async () => {
      const issued = await issue(sandbox.adminToken);
      expect(issued).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
      expect(issued.json).toEqual({ version: 1, username: expect.any(String), password: expect.any(String) });
      expect(current()).toEqual({ username: issued.json.username, password: issued.json.password });
      expect([await opens(acme), await opens(issued.json)]).toEqual([true, true]);
      expect((await revoke(acme.username)).status).toBe(204);
      expect([await opens(acme), await opens(issued.json)]).toEqual([false, true]);
      expect((await revoke(acme.username)).status).toBe(404);
    });

    it('issues another username each time', async () => {
      const [one, two] = [await issue(sandbox.adminToken), await issue(sandbox.adminToken)];
      expect(one.json.username).not.toBe(two.json.username);
    });

    it('refuses an invented token, a registry’s credential and nothing at all', async () => {
      const attempts = [
        await issue('invented'),
        await ask(sandbox, { method: 'POST', path: credentials, basic: acme }),
        await ask(sandbox, { method: 'POST', path: credentials }),
        await revoke(acme.username, 'invented'),
      ];
      for (const attempt of attempts) expect(attempt).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
      expect(await opens(acme)).toBe(true);
    });

    it('says NAME_UNKNOWN for another registry, and NAME_INVALID for a path that climbs', async () => {
      const unknown = await issue(sandbox.adminToken, '/sandbox/registries/acne/credentials');
      expect(unknown).toMatchObject({ status: 404, code: 'NAME_UNKNOWN' });
      const climbing = await issue(sandbox.adminToken, '/sandbox/registries/%2e%2e/credentials');
      expect(climbing).toMatchObject({ status: 400, code: 'NAME_INVALID' });
    });

    it('does not open the registries with the administrator’s token', async () => {
      expect((await ask(sandbox, { path: '/v2/', bearer: sandbox.adminToken })).status).toBe(401);
    });

    it('logs what was issued without its secret', async () => {
      const { json } = await issue(sandbox.adminToken);
      await revoke('nobody', 'invented');
      expect(sandbox.log).toEqual([
        { method: 'POST', path: credentials, status: 200, scheme: 'bearer', accepted: true },
        { method: 'DELETE', path: `${credentials}/nobody`, status: 401, scheme: 'bearer', accepted: false },
      ]);
      expect(JSON.stringify(sandbox.log)).not.toContain(json.password);
    });
  });
});
