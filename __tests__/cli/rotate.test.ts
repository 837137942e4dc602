import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { scanDirectory, startCanary, waitUntil } from '@nexqloud/dcr-testkit';
import type { Machine } from './support/machine.ts';
import { makeMachine, PASSWORD, readCode } from './support/machine.ts';
import { runOnTerminal } from './support/terminal.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ registries: [{ name: 'acme', repositories: ['app'] }] });
});
afterAll(() => sandbox.close());

interface Scene {
  readonly machine: Machine;
  readonly configs: readonly string[];
  readonly old: { readonly username: string; readonly password: string };
  readonly env: Readonly<Record<string, string>>;
  readonly file: string;
}

/** Two docker configurations and a command; the issuer as told. The credential in them works. */
function makeScene(issuer: string = describeService(), extra = ''): Scene {
  const machine = makeMachine();
  const old = sandbox.rotate('acme', { grace: true });
  const auth = Buffer.from(`${old.username}:${old.password}`).toString('base64');
  const configs = ['a', 'b'].map((name) => join(machine.home, name, 'config.json'));
  for (const file of configs) {
    mkdirSync(join(file, '..'));
    writeFileSync(file, `${JSON.stringify({ auths: { [sandbox.host]: { auth } }, mine: true }, undefined, 4)}\n`);
  }
  writeScript(machine, 'store.sh', `cat > "$HOME/stored.json"; tr '\\0' '\\n' < /proc/self/environ > "$HOME/environ"`);
  const file = join(machine.home, 'dcr-rotate.yml');
  writeFileSync(
    file,
    [
      'version: 1',
      'credentials:',
      '  - name: production',
      `    registry: ${sandbox.host}/acme`,
      `    issuer: ${issuer}`,
      '    targets:',
      ...configs.map((path) => `      - { type: docker-config, path: ${path} }`),
      '      - { type: exec, command: [./store.sh] }',
      extra,
    ].join('\n'),
  );
  return { machine, configs, old, file, env: { ADMIN: sandbox.adminToken, PATH: process.env['PATH'] ?? '' } };
}

function describeService(): string {
  const url = `${sandbox.url}/sandbox/registries/acme/credentials`;
  return `{ type: http, url: "${url}", tokenEnv: ADMIN, retire: { url: "${url}/{username}", method: DELETE, tokenEnv: ADMIN } }`;
}

function writeScript({ home }: Machine, name: string, body: string): void {
  writeFileSync(join(home, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(home, name), 0o755);
}

function readHeld(file: string): string {
  const { auths } = JSON.parse(readFileSync(file, 'utf8')) as { auths: Record<string, { auth: string }> };
  return Buffer.from(auths[sandbox.host]?.auth ?? '', 'base64').toString();
}

const readStored = ({ home }: Machine) =>
  JSON.parse(readFileSync(join(home, 'stored.json'), 'utf8')) as Record<string, string>;

describe('dcr-login rotate', () => {
  it('brings a new credential everywhere, keeps the rest of each file, retires the old one and says so', async () => {
    const { machine, configs, old, env } = makeScene();
    const run = await machine.run(['rotate', '--json'], { env });
    expect(run).toMatchObject({ exitCode: 0, json: { ok: true, command: 'rotate', state: 'complete' } });
    expect(run.json['targets']).toMatchObject([
      { type: 'docker-config', state: 'updated', check: 'read-back' },
      { type: 'docker-config', state: 'updated', check: 'read-back' },
      { type: 'exec', state: 'updated', check: 'none' },
    ]);
    const { username, password, registry, version } = readStored(machine);
    expect([registry, version]).toEqual([`${sandbox.host}/acme`, 1]);
    for (const file of configs) {
      expect(readHeld(file)).toBe(`${username}:${password}`);
      expect(readFileSync(file, 'utf8')).toMatch(/^ {4}"mine": true$/mu);
    }
    expect(sandbox.registries[0]?.credentials.map((one) => one.username)).not.toContain(old.username);
    expect(run.stderr).toContain('the old credential is dead');
    expect(run.stderr).toContain('not checkable');
  });

  it('shows the plan with --dry-run, changes nothing, and --from-plan runs it', async () => {
    const { machine, configs, old, env } = makeScene();
    const dry = await machine.run(['rotate', '--dry-run', '--json'], { env });
    expect(dry).toMatchObject({ exitCode: 0, json: { state: 'planned', plan: { version: 1 } } });
    expect([readHeld(configs[0] ?? ''), machine.remains()]).toEqual([`${old.username}:${old.password}`, []]);
    writeFileSync(join(machine.home, 'plan.json'), dry.stdout);
    const words = ['rotate', '--from-plan', 'plan.json', '--json'];
    writeFileSync(configs[1] ?? '', '{}');
    expect(readCode(await machine.run(words, { env }))).toBe('DCR_INPUT_INVALID');
    const auth = Buffer.from(`${old.username}:${old.password}`).toString('base64');
    writeFileSync(configs[1] ?? '', JSON.stringify({ auths: { [sandbox.host]: { auth } } }));
    expect(await machine.run(words, { env })).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
  });

  it('ends with 7 where a target fails, tells which, and --resume does the rest', async () => {
    const { machine, configs, env } = makeScene();
    writeScript(machine, 'store.sh', 'cat >&2; exit 3');
    const run = await machine.run(['rotate', '--json'], { env });
    expect(run).toMatchObject({
      exitCode: 7,
      json: { ok: false, state: 'incomplete', error: { code: 'DCR_ROTATION_INCOMPLETE' } },
    });
    expect(run.json['targets']).toMatchObject([
      { state: 'updated' },
      { state: 'updated' },
      { state: 'failed', error: { code: 'DCR_TARGET_REFUSED' } },
    ]);
    // The command has repeated what it was given.
    const [, password = ''] = readHeld(configs[0] ?? '').split(':');
    expect(run.stdout + run.stderr).not.toContain(password);
    writeScript(machine, 'store.sh', 'cat > "$HOME/stored.json"');
    expect(await machine.run(['rotate', '--resume', '--json'], { env })).toMatchObject({
      exitCode: 0,
      json: { state: 'complete' },
    });
    expect(await machine.run(['rotate', '--resume'], { env })).toMatchObject({ exitCode: 2 });
  });

  it('takes the new credential from a person at a hidden prompt, after the plan was shown and confirmed', async () => {
    const { machine, configs, env, file } = makeScene('{ type: console }');
    const fresh = sandbox.rotate('acme', { grace: true });
    const result = await runOnTerminal(machine, ['rotate', '-f', file], {
      env,
      steps: [
        { expect: 'Do this? [y/N]', type: 'y\r' },
        { expect: 'New username', type: `${fresh.username}\r` },
        { expect: 'New password', type: `${fresh.password}\r` },
      ],
    });
    expect(result).toMatchObject({ status: 0, screen: expect.stringContaining('is complete') as unknown });
    expect(result.screen).not.toContain(fresh.password);
    expect(result.screen).toContain('Rotate Credentials');
    for (const file of configs) expect(readHeld(file)).toBe(`${fresh.username}:${fresh.password}`);
  });

  it('takes it from DCR_NEW_PASSWORD, and says that the old one is still open where nobody ends it', async () => {
    const { machine, env } = makeScene('{ type: console }');
    const fresh = sandbox.rotate('acme', { grace: true });
    const given = { DCR_NEW_USERNAME: fresh.username, DCR_NEW_PASSWORD: fresh.password };
    const run = await machine.run(['rotate', 'production'], { env: { ...env, ...given } });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain('STILL opens the registry');
  });

  it('refuses what it can know before the issuer is called', async () => {
    const { machine, file, env } = makeScene();
    const text = readFileSync(file, 'utf8');
    const cases: readonly (readonly [string, readonly string[], Record<string, string>, string])[] = [
      [text.replace('./store.sh', './missing.sh'), [], env, 'DCR_TARGET_REFUSED'],
      [text, [], { PATH: env['PATH'] ?? '' }, 'DCR_CREDENTIAL_MISSING'],
      [text.replace('type: exec', 'type: exce'), [], env, 'DCR_CONFIG_INVALID'],
      [text.replace('b/config.json', 'a/config.json'), [], env, 'DCR_CONFIG_INVALID'],
      [
        text.replace('type: exec, command: [./store.sh]', 'type: kubernetes-secret, namespaces: [web]'),
        [],
        env,
        'DCR_INPUT_INVALID',
      ],
      [text, ['prodution'], env, 'DCR_INPUT_INVALID'],
      [text, ['--resume', '--abort'], env, 'DCR_INPUT_INVALID'],
      [
        text.replace('type: http', 'type: exec, command: [./none]').replace(/, url: .* \}/u, ' }'),
        [],
        env,
        'DCR_CONFIG_INVALID',
      ],
    ];
    const before = sandbox.registries[0]?.credentials.length;
    for (const [content, words, variables, code] of cases) {
      writeFileSync(file, content);
      const run = await machine.run(['rotate', '--json', ...words], { env: variables });
      expect([run.json['error'], run.exitCode === 0]).toEqual([expect.objectContaining({ code }), false]);
    }
    expect(sandbox.registries[0]?.credentials.length).toBe(before);
  });

  it('one new password cannot be meant for two credentials', async () => {
    const { machine, file, env } = makeScene('{ type: console }');
    const more = `\n  - { name: other, registry: ${sandbox.host}/acme, issuer: { type: console }, targets: [{ type: docker-config, path: c/config.json }] }\n`;
    writeFileSync(file, readFileSync(file, 'utf8') + more);
    const run = await machine.run(['rotate', '--json'], { env: { ...env, DCR_NEW_PASSWORD: PASSWORD } });
    expect(readCode(run)).toBe('DCR_INPUT_INVALID');
  });

  it('leaves what can be resumed when it is interrupted, and finishes the write in hand', async () => {
    const { machine, old, env } = makeScene();
    writeScript(machine, 'store.sh', 'echo started >&2; : > "$HOME/started"; cat > "$HOME/stored.json"; sleep 0.5');
    const started = machine.start(['rotate', '--json'], { env });
    await waitForFile(join(machine.home, 'started'));
    started.kill('SIGTERM');
    const run = await started.ended;
    expect([run.exitCode, readCode(run)]).toEqual([143, 'DCR_ROTATION_INCOMPLETE']);
    expect(run.stderr).toContain('--resume');
    const { username, password } = readStored(machine);
    expect(sandbox.registries[0]?.credentials[0]).toMatchObject({ username, password });
    expect(username).not.toBe(old.username);
    writeScript(machine, 'store.sh', 'cat > "$HOME/stored.json"');
    expect((await machine.run(['rotate', '--resume'], { env })).exitCode).toBe(0);
  });

  it('issues by a command without a shell, which never sees our tokens, and the secret is nowhere but where it belongs', async () => {
    const fresh = sandbox.rotate('acme', { grace: true });
    const answer = JSON.stringify({ version: 1, username: fresh.username, password: fresh.password });
    const { machine, env } = makeScene(
      '{ type: exec, command: [./issue.sh, "$(touch pwned)"], retire: { command: [./retire.sh] } }',
    );
    writeFileSync(join(machine.bin, 'answer.json'), answer);
    writeScript(machine, 'issue.sh', `cat > "$HOME/asked.json"; cat '${join(machine.bin, 'answer.json')}'`);
    writeScript(machine, 'retire.sh', 'cat > "$HOME/retire.json"');
    const secret = { name: 'new', username: fresh.username, value: fresh.password };
    const canary = await startCanary({
      secrets: [secret],
      roots: [machine.stateDir, machine.temporary],
      intervalMs: 1,
    });
    const run = await machine.run(['rotate', '--json', '--audit-log', 'audit.jsonl'], {
      env: { ...env, GITHUB_TOKEN: 'ghx-canary-token' },
    });
    expect(await canary.stop()).toEqual([]);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout + run.stderr).not.toContain(fresh.password);
    const read = (name: string) => readFileSync(join(machine.home, name), 'utf8');
    expect(JSON.parse(read('asked.json'))).toMatchObject({ version: 1, registry: `${sandbox.host}/acme` });
    expect(JSON.parse(read('retire.json'))).toMatchObject({ version: 1, username: expect.any(String) as unknown });
    expect(read('environ')).not.toContain('ghx-canary-token');
    expect(scanDirectory(machine.stateDir, [secret])).toEqual([]);
    expect(read('audit.jsonl')).not.toContain(fresh.password);
    expect(() => read('pwned')).toThrow();
  });
});

describe('two processes', () => {
  it('that race for one rotation: one does it, the other is told who holds the lock, and one credential is issued', async () => {
    const { machine, env } = makeScene();
    writeScript(machine, 'store.sh', ': > "$HOME/started"; cat > "$HOME/stored.json"; sleep 2');
    const before = sandbox.registries[0]?.credentials.length ?? 0;
    const first = machine.start(['rotate', '--json'], { env });
    await waitForFile(join(machine.home, 'started'));
    const second = await machine.run(['rotate', '--json'], { env });
    expect([second.exitCode, readCode(second)]).toEqual([6, 'DCR_LOCKED']);
    expect(second.stderr).toContain(String(first.pid));
    expect(await first.ended).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
    // One was issued, and the one before it retired.
    expect(sandbox.registries[0]?.credentials.length).toBe(before);
  });

  it('of which the first was killed: its lock is taken over at once', async () => {
    const { machine, env } = makeScene();
    writeScript(machine, 'store.sh', ': > "$HOME/started"; cat > /dev/null; sleep 5');
    const first = machine.start(['rotate', '--json'], { env });
    await waitForFile(join(machine.home, 'started'));
    first.kill('SIGKILL');
    await first.ended.catch(() => undefined);
    writeScript(machine, 'store.sh', 'cat > "$HOME/stored.json"');
    const run = await machine.run(['rotate', '--resume', '--json'], { env });
    expect(run).toMatchObject({ exitCode: 0, json: { state: 'complete' } });
  });
});

async function waitForFile(file: string): Promise<void> {
  await waitUntil(() => existsSync(file), { deadlineMs: 10_000, what: 'the command was started' });
}

describe('dcr-login status -f', () => {
  it('tells every place, its age and step, without values, and fails on drift', async () => {
    const { machine, configs, env } = makeScene();
    await machine.run(['rotate'], { env });
    const run = await machine.run(['status', '-f', 'dcr-rotate.yml', '--json'], { env });
    expect(run).toMatchObject({ exitCode: 0, json: { credentials: [{ name: 'production' }] } });
    const [{ targets }] = run.json['credentials'] as [{ targets: readonly Record<string, unknown>[] }];
    expect(targets.map(({ step }) => step)).toEqual(['in-step', 'in-step', 'unread']);
    expect(targets.every(({ since }) => typeof since === 'string')).toBe(true);
    expect(run.stdout).not.toContain(readHeld(configs[0] ?? '').split(':')[1]);
    writeFileSync(configs[1] ?? '', JSON.stringify({ auths: { [sandbox.host]: { auth: 'b3RoZXI6b3RoZXI=' } } }));
    const drifted = await machine.run(['status', '-f', 'dcr-rotate.yml', '--json'], { env });
    expect([drifted.exitCode, readCode(drifted)]).toEqual([8, 'DCR_DRIFT']);
    expect(drifted.json['credentials']).toMatchObject([
      { name: 'production', targets: [{ step: 'in-step' }, { step: 'drifted' }, { step: 'unread' }] },
    ]);
  });

  it('makes age an exit code', async () => {
    const { machine, env } = makeScene();
    await machine.run(['rotate'], { env });
    expect((await machine.run(['status', '--max-age', '90d'], { env })).exitCode).toBe(0);
    const run = await machine.run(['status', '-f', 'dcr-rotate.yml', '--max-age', '1ms', '--json'], { env });
    expect([run.exitCode, readCode(run)]).toEqual([8, 'DCR_TOO_OLD']);
  });
});
