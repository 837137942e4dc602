import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../packages/core/lib/credential/secret.js';
import { createExecIssuer } from '../../../packages/core/lib/issuers/exec/issuer.js';
import { createExecTarget } from '../../../packages/core/lib/targets/exec/target.js';
import { catchCode, catchError } from '../support/codes.ts';
import type { World } from '../support/world.ts';
import { makeWorld, PASSWORD } from '../support/world.ts';

const SIGNAL = new AbortController().signal;
const NEW = {
  username: 'ci',
  password: new Secret(PASSWORD),
  registry: 'dcr.nexqloud.io/acme',
  expiresAt: 1_900_000_000_000,
};
const FACTS = { stored: undefined, exists: true, version: null, since: null, unknown: [] };

/** A shell script beside the rotation file; only our own tests run shells. */
function writeScript({ root }: World, body: string): readonly string[] {
  const file = join(root, 'run.sh');
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return ['./run.sh', 'an argument with $HOME and "quotes"'];
}

const contextOf = (world: World) => ({ ports: world.ports, registry: NEW.registry, directory: world.root });
const makeTarget = (world: World, body: string, timeout = '10s') =>
  createExecTarget({ type: 'exec', command: [...writeScript(world, body)], timeout }, contextOf(world));
const makeIssuer = (world: World, body: string, timeout = '10s') =>
  createExecIssuer({ type: 'exec', command: [...writeScript(world, body)], timeout }, contextOf(world));
const ask = { rotation: 'r1', registry: NEW.registry, signal: SIGNAL };

describe('the exec target', () => {
  it('gives the credential as JSON on standard input, arguments as they are, and no secret in the environment', async () => {
    const world = makeWorld({ DCR_NEW_PASSWORD: PASSWORD, MY_COPY: PASSWORD, VAULT_TOKEN: 'x-token', KEPT: 'yes' });
    const target = makeTarget(
      world,
      `/bin/cat > stdin.json; printf %s "$1" > argument; /usr/bin/env > environ`.replaceAll(
        /> (\w)/gu,
        `> '${world.root}'/$1`,
      ),
    );
    await target.write(NEW, FACTS, SIGNAL);
    const read = (name: string) => readFileSync(join(world.root, name), 'utf8');
    expect(JSON.parse(read('stdin.json'))).toEqual({
      version: 1,
      registry: NEW.registry,
      username: 'ci',
      password: PASSWORD,
      expiresAt: '2030-03-17T17:46:40Z',
    });
    expect(read('argument')).toBe('an argument with $HOME and "quotes"');
    expect(read('environ')).toContain('KEPT=yes');
    expect(read('environ')).not.toMatch(/canary|x-token/u);
  });

  it('is refused before anything is issued where the command is not there or is not executable', async () => {
    const world = makeWorld();
    const target = makeTarget(world, 'true');
    await target.inspect(SIGNAL);
    chmodSync(join(world.root, 'run.sh'), 0o644);
    expect(await catchCode(() => target.inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
    const bare = createExecTarget({ type: 'exec', command: ['no-such-program'] }, contextOf(world));
    expect(await catchCode(() => bare.inspect(SIGNAL))).toBe('DCR_TARGET_REFUSED');
  });

  it('tells the words of a command that fails, without what it was given', async () => {
    const world = makeWorld();
    const error = await catchError(() =>
      makeTarget(world, '/bin/cat >&2; echo "::error::no" >&2; exit 4').write(NEW, FACTS, SIGNAL),
    );
    expect([error.code, error.message.includes('ended with 4'), error.message.includes('canary')]).toEqual([
      'DCR_TARGET_REFUSED',
      true,
      false,
    ]);
    expect(error.message).not.toContain('::error');
  });

  it('is ended when it takes too long', async () => {
    const target = makeTarget(makeWorld(), 'exec /bin/sleep 30', '50ms');
    expect(await catchCode(() => target.write(NEW, FACTS, SIGNAL))).toBe('DCR_TIMEOUT');
  });
});

describe('the exec issuer', () => {
  it('takes the JSON on standard output', async () => {
    const issuer = await makeIssuer(
      makeWorld(),
      `echo '{"version":1,"username":"new","password":"p w","expiresAt":"2030-01-31T12:00:00Z"}'`,
    );
    const { username, password, expiresAt } = await issuer.issue(ask);
    expect([username, password.reveal(), expiresAt, issuer.retire]).toEqual([
      'new',
      'p w',
      Date.UTC(2030, 0, 31, 12),
      undefined,
    ]);
  });

  it.each([
    ['nothing', 'true', 'DCR_CONFIG_INVALID'],
    ['text', 'echo hunter-c4nary', 'DCR_CONFIG_INVALID'],
    ['another version', `echo '{"version":2,"username":"a","password":"hunter-c4nary"}'`, 'DCR_CONFIG_INVALID'],
    ['an empty password', `echo '{"version":1,"username":"a","password":""}'`, 'DCR_CREDENTIAL_MISSING'],
    [
      'a failure that repeats the secret',
      `echo '{"password":"hunter-c4nary"}'; echo "oh hunter-c4nary" >&2; exit 1`,
      'DCR_CONFIG_INVALID',
    ],
    ['too much', `head -c 200000 /dev/zero | tr '\\0' x`, 'DCR_CONFIG_INVALID'],
  ])('that answers %s ends with a code and repeats nothing', async (_what, body, code) => {
    const world = makeWorld();
    const issuer = await makeIssuer(world, `PATH=/usr/bin:/bin; ${body}`);
    const error = await catchError(() => issuer.issue(ask));
    expect([error.code, error.message.includes('hunter-c4nary')]).toEqual([code, false]);
  });

  it.each([
    ['a status', 'echo "quota reached" >&2; exit 1', true],
    ['a signal', 'kill -KILL $$', false],
    ['an answer that is none', 'echo no JSON', false],
  ])('that fails with %s says whether it surely made nothing', async (_what, body, noEffect) => {
    const issuer = await makeIssuer(makeWorld(), body);
    expect(await catchError(() => issuer.issue(ask))).toMatchObject({ code: 'DCR_CONFIG_INVALID', noEffect });
  });

  it('made nothing where its command has gone meanwhile', async () => {
    const world = makeWorld();
    const issuer = await makeIssuer(world, 'true');
    chmodSync(join(world.root, 'run.sh'), 0o644);
    expect(await catchError(() => issuer.issue(ask))).toMatchObject({ noEffect: true });
  });

  it('is a fault of the file where the command, or that of retire, is not there', async () => {
    const world = makeWorld();
    const command = [...writeScript(world, 'true')];
    const missing = { type: 'exec' as const, command: ['./missing'] };
    expect(await catchCode(() => createExecIssuer(missing, contextOf(world)))).toBe('DCR_CONFIG_INVALID');
    const half = { type: 'exec' as const, command, retire: { command: ['./missing'] } };
    expect(await catchCode(() => createExecIssuer(half, contextOf(world)))).toBe('DCR_CONFIG_INVALID');
  });
});
