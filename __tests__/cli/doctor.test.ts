import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '@nexqloud/dcr-sandbox';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import {
  createSelfSignedCertificate,
  describeReal,
  makeTemporaryDirectory,
  requirePart,
  scanText,
  startProxy,
  waitUntil,
} from '@nexqloud/dcr-testkit';
import type { Machine, Run } from './support/machine.ts';
import { CREDENTIAL, makeMachine, PASSWORD } from './support/machine.ts';
import type { Answer } from './support/servers.ts';
import { findClosedPort, startServer, startSilentServer } from './support/servers.ts';

interface Finding {
  readonly level: 'ok' | 'info' | 'warning' | 'error';
  readonly code?: string;
  readonly subject: string;
  readonly message: string;
  readonly remedy?: string;
}

const PROXY = { name: 'proxy', username: 'me', value: 'pr0xy-canary' };
const OTHER = { name: 'other login', username: 'marguerite', value: 'c4nary-of-another' };
const BASIC = { 'www-authenticate': 'Basic realm="x"' };
const encode = (username: string, password: string) => Buffer.from(`${username}:${password}`).toString('base64');
const mine = { auth: encode('ci', PASSWORD) };
const others = { auth: encode(OTHER.username, OTHER.value) };

let machine: Machine;
let sandbox: Sandbox;
let acme: string;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const repositories = ['app'];
  sandbox = await startSandbox({
    registries: [
      { name: 'acme', repositories, credentials: [{ username: 'ci', password: PASSWORD }] },
      { name: 'globex', repositories, credentials: [{ username: 'ci', password: 'globex-secret' }] },
      { name: 'pulled', repositories, credentials: [{ username: 'puller', password: PASSWORD, access: 'pull' }] },
    ],
  });
  acme = `${sandbox.host}/acme`;
});
afterAll(() => sandbox.close());
beforeEach(() => {
  machine = makeMachine();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function findingsOf({ json }: Run): readonly Finding[] {
  return json['findings'] as readonly Finding[];
}

/** What doctor says, checked for what must never be in it. */
async function ask(
  registry: string | undefined,
  options: { env?: Readonly<Record<string, string>>; words?: readonly string[]; directory?: string } = {},
) {
  const { env = CREDENTIAL, words = [], ...place } = options;
  const named = registry === undefined ? [] : [registry];
  const run = await machine.run(['doctor', ...named, '--json', '--retries', '0', ...words], { env, ...place });
  const findings = findingsOf(run);
  expect(scanText(run.stdout + run.stderr, 'doctor', [PROXY, OTHER])).toEqual([]);
  expect(run.stdout + run.stderr).not.toContain(OTHER.username);
  expect(run.stdout + run.stderr).not.toContain(machine.home);
  // One line a finding on standard error, and what is wrong always with a remedy: a sentence, or a command to paste.
  expect(run.stderr.trimEnd().split('\n')).toHaveLength(findings.length + 1);
  for (const { level, code, remedy } of findings) {
    if (level === 'warning' || level === 'error')
      expect(remedy).toMatch(/^(?:\p{Lu}.+[.)]$|(?:chmod|export|dcr-login) \S)/su);
    if (level === 'error') expect(code).toMatch(/^DCR_/u);
  }
  const first = findings.find(({ level }) => level === 'error');
  expect(run.json['ok']).toBe(first === undefined);
  expect((run.json['error'] as { code?: string } | undefined)?.code).toBe(first?.code);
  return {
    exitCode: run.exitCode,
    code: first?.code,
    subject: first?.subject,
    remedy: first?.remedy ?? '',
    findings,
    all: JSON.stringify(findings),
    about: (subject: string) => findings.filter((finding) => finding.subject === subject),
  };
}

function writeHome(name: string, content: unknown, mode = 0o600): void {
  const file = join(machine.home, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode });
}

function install(name: string, script: string): void {
  writeFileSync(join(machine.bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(machine.bin, name), 0o755);
}

async function serve(answer: Answer | (() => Answer)): Promise<string> {
  const server = await startServer(typeof answer === 'function' ? answer : () => answer);
  stops.push(() => server.stop());
  return `${server.host}/acme`;
}

async function serveTls(options: Parameters<typeof createSelfSignedCertificate>[0]) {
  const { key, certificate } = createSelfSignedCertificate(options);
  const tls = { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: certificate };
  const secure = await startSandbox({ tls, registries: [{ name: 'acme' }] });
  stops.push(() => secure.close());
  return { registry: `${secure.host}/acme`, port: secure.host.split(':')[1] ?? '', certificate };
}

describe('when everything is right', () => {
  it('says so, subject by subject, and ends with 0', async () => {
    const { exitCode, findings } = await ask(acme);
    expect(exitCode).toBe(0);
    const good = findings.filter(({ level }) => level === 'ok').map(({ subject }) => subject);
    expect(good).toEqual([
      'registry',
      'dns',
      'network',
      'clock',
      'challenge',
      'credential',
      'name',
      'permission',
      'permission',
      'helper',
    ]);
  });

  it('sends the credential as often as verify does', async () => {
    const count = async (...words: string[]): Promise<number> => {
      const before = sandbox.log.length;
      await machine.run([...words, acme], { env: CREDENTIAL });
      return sandbox.log.slice(before).filter(({ username }) => username === 'ci').length;
    };
    const [verify, doctor] = [await count('verify', '--action', 'push'), await count('doctor')];
    expect(verify).toBeGreaterThan(0);
    expect(doctor).toBe(verify);
  });

  it('has a version line, in which a client that does not run is one', async () => {
    install('docker', 'echo Docker version 28.3.1, build x');
    install('podman', 'echo broken >&2; exit 3');
    const [line] = (await ask(acme)).about('versions');
    expect(line?.message).toContain(`node ${process.versions.node}`);
    expect(line?.message).toContain('Docker version 28.3.1, build x');
    expect(line?.message).toContain('podman does not run: broken');
    expect(line?.message).toContain('no skopeo');
  });
});

describe('without a credential', () => {
  it('checks what nobody is needed for, and says what it could not check', async () => {
    const { exitCode, about, findings } = await ask(acme, { env: {} });
    expect(exitCode).toBe(0);
    expect(about('challenge')[0]?.level).toBe('ok');
    expect(about('credential')).toEqual([expect.objectContaining({ level: 'info', remedy: expect.anything() })]);
    expect(findings.filter(({ subject }) => subject === 'permission')).toEqual([]);
  });

  it('with half of one, warns', async () => {
    const { exitCode, about } = await ask(acme, { env: { DCR_USERNAME: 'ci' } });
    expect(exitCode).toBe(0);
    expect(about('credential')[0]).toMatchObject({ level: 'warning', code: 'DCR_CREDENTIAL_MISSING' });
  });

  it('with one that cannot be sent, says so also where the registry is not reached', async () => {
    const { code, all } = await ask(`${await findClosedPort()}/acme`, { env: { ...CREDENTIAL, DCR_USERNAME: 'a:b' } });
    expect(code).toBe('DCR_UNREACHABLE');
    expect(all).toContain('DCR_INPUT_INVALID');
  });

  it('and without a registry, looks at this machine alone', async () => {
    const { exitCode, findings } = await ask(undefined, { env: {} });
    expect(exitCode).toBe(0);
    expect(findings.map(({ subject }) => subject)).not.toContain('network');
  });
});

describe('a world in which something is wrong', () => {
  type World = () => Promise<readonly [registry: string, options?: Parameters<typeof ask>[1]]>;
  const html = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Hello</title></html>' };

  it.each<[string, string, string, World]>([
    ['a registry without a host', 'registry', 'DCR_INPUT_INVALID', async () => ['acme']],
    ['a registry with a password in it', 'registry', 'DCR_INPUT_INVALID', async () => [`ci:${PASSWORD}@${acme}`]],
    ['a name that is an image', 'registry', 'DCR_INPUT_INVALID', async () => [`${acme}:v1`]],
    ['a port at which nobody listens', 'network', 'DCR_UNREACHABLE', async () => [`${await findClosedPort()}/acme`]],
    ['a host that does not exist', 'dns', 'DCR_UNREACHABLE', async () => ['nowhere.invalid/acme']],
    [
      'a host that says nothing',
      'network',
      'DCR_TIMEOUT',
      async () => {
        const silent = await startSilentServer();
        stops.push(() => silent.stop());
        return [`${silent.host}/acme`, { words: ['--timeout', '1s'] }];
      },
    ],
    [
      'a proxy that wants a login',
      'proxy',
      'DCR_UNREACHABLE',
      async () => {
        const proxy = await startProxy({ refuse: 407 });
        stops.push(() => proxy.stop());
        const HTTPS_PROXY = `http://me:${PROXY.value}@${proxy.host}`;
        return ['registry.example/acme', { env: { ...CREDENTIAL, HTTPS_PROXY } }];
      },
    ],
    [
      'a proxy of a kind that cannot be used',
      'configuration',
      'DCR_CONFIG_INVALID',
      async () => [
        'registry.example/acme',
        { env: { ...CREDENTIAL, HTTPS_PROXY: `socks5://me:${PROXY.value}@127.0.0.1:1` } },
      ],
    ],
    [
      'a file of authorities that is none',
      'configuration',
      'DCR_CONFIG_INVALID',
      async () => {
        const { registry } = await serveTls({ commonName: 'x', addresses: ['127.0.0.1'] });
        return [registry, { env: { ...CREDENTIAL, SSL_CERT_FILE: '/nowhere/ca.pem' } }];
      },
    ],
    [
      'a certificate of nobody known',
      'tls',
      'DCR_TLS_UNTRUSTED',
      async () => [(await serveTls({ commonName: 'x', addresses: ['127.0.0.1'] })).registry],
    ],
    ['a page of something else', 'challenge', 'DCR_NOT_A_REGISTRY', async () => [await serve(html)]],
    [
      'a token service at another site',
      'challenge',
      'DCR_UNSAFE_REALM',
      async () => [
        await serve({ status: 401, headers: { 'www-authenticate': 'Bearer realm="https://evil.example/token"' } }),
      ],
    ],
    [
      'too many requests',
      'challenge',
      'DCR_RATE_LIMITED',
      async () => [await serve({ status: 429, headers: { 'retry-after': '900' } })],
    ],
    ['a server that fails', 'challenge', 'DCR_SERVER_ERROR', async () => [await serve({ status: 502 })]],
    [
      'a password that is wrong',
      'credential',
      'DCR_CREDENTIAL_REJECTED',
      async () => [acme, { env: { ...CREDENTIAL, DCR_PASSWORD: 'wrong' } }],
    ],
    [
      'a username that cannot be sent',
      'credential',
      'DCR_INPUT_INVALID',
      async () => [acme, { env: { ...CREDENTIAL, DCR_USERNAME: 'a:b' } }],
    ],
    ['a name that is not there', 'name', 'DCR_REGISTRY_UNKNOWN', async () => [`${sandbox.host}/acne`]],
    ['a registry of somebody else', 'name', 'DCR_ACCESS_DENIED', async () => [`${sandbox.host}/globex`]],
    [
      'a credential that may only pull',
      'permission',
      'DCR_ACCESS_DENIED',
      async () => [`${sandbox.host}/pulled`, { env: { ...CREDENTIAL, DCR_USERNAME: 'puller' } }],
    ],
    [
      'a docker configuration that is no JSON',
      'file',
      'DCR_STORE_FAILED',
      async () => {
        writeHome('.docker/config.json', `{"auths":{"x":"${OTHER.value}`);
        return [acme];
      },
    ],
    [
      'an entry for which docker refuses its whole configuration',
      'file',
      'DCR_CONFIG_INVALID',
      async () => {
        writeHome('.docker/config.json', {
          auths: { 'x.example': { auth: Buffer.from(OTHER.value).toString('base64') } },
        });
        return [acme];
      },
    ],
    [
      'several logins with a path, of which docker takes one at random',
      'docker login',
      'DCR_SHADOWED',
      async () => {
        const auths = { [`${sandbox.host}/acme`]: mine, [`${sandbox.host}/globex`]: others };
        writeHome('.docker/config.json', { auths });
        return [acme];
      },
    ],
    [
      'DOCKER_AUTH_CONFIG with another login, which docker 28.3 takes first',
      'DOCKER_AUTH_CONFIG',
      'DCR_SHADOWED',
      async () => {
        install('docker', 'echo Docker version 28.3.0, build x');
        const DOCKER_AUTH_CONFIG = JSON.stringify({ auths: { [sandbox.host]: others } });
        return [acme, { env: { ...CREDENTIAL, DOCKER_AUTH_CONFIG } }];
      },
    ],
    [
      'a helper that is configured and not there',
      'helper',
      'DCR_STORE_FAILED',
      async () => {
        writeHome('.docker/config.json', { credHelpers: { [sandbox.host]: 'missing' } });
        return [acme];
      },
    ],
    [
      'a helper that is broken',
      'helper',
      'DCR_STORE_FAILED',
      async () => {
        install('docker-credential-sad', 'echo "no keychain here"; exit 1');
        writeHome('.docker/config.json', { credsStore: 'sad', auths: { 'x.example': {} } });
        return [acme];
      },
    ],
  ])('%s: the first error is about %s, %s', async (_name, subject, code, build) => {
    const [registry, options] = await build();
    const found = await ask(registry, options);
    expect([found.subject, found.code]).toEqual([subject, code]);
    expect(found.exitCode).toBeGreaterThan(1);
  });
});

describe('when interrupted', () => {
  it('ends with 130 and no report', async () => {
    const silent = await startSilentServer();
    stops.push(() => silent.stop());
    const started = machine.start(['doctor', `${silent.host}/acme`], { env: CREDENTIAL });
    await waitUntil(() => silent.connections() > 0, { deadlineMs: 10_000, what: 'doctor has come' });
    started.kill('SIGINT');
    const { exitCode, stderr } = await started.ended;
    expect([exitCode, stderr]).toEqual([130, expect.stringMatching(/^dcr-login: SIGINT: [^\n]+\n$/u)]);
  });
});

describe('what it knows beyond the code', () => {
  it('a wrong name that is near to one of a login here is asked about', async () => {
    await machine.run(['login', acme, '--engine', 'file'], { env: CREDENTIAL });
    expect((await ask(`${sandbox.host}/acne`)).remedy).toMatch(new RegExp(`^Did you mean ${acme}\\?`, 'u'));
  });

  it('a credential that may only pull is told apart: right, and may pull', async () => {
    const registry = `${sandbox.host}/pulled`;
    const env = { ...CREDENTIAL, DCR_USERNAME: 'puller' };
    const { about } = await ask(registry, { env });
    expect(about('credential')[0]?.level).toBe('ok');
    expect((await ask(registry, { env, words: ['--action', 'pull'] })).exitCode).toBe(0);
  });

  it('the chain that was seen is shown in order, with the file of authorities in use', async () => {
    const { registry, certificate } = await serveTls({ commonName: 'Example Registry', addresses: ['127.0.0.1'] });
    const bad = await ask(registry);
    expect(bad.all).toContain('certificate 1: CN=Example Registry');
    expect(bad.remedy).toContain('SSL_CERT_FILE');
    const ca = join(machine.home, 'ca.pem');
    writeFileSync(ca, certificate);
    const good = await ask(registry, { env: { SSL_CERT_FILE: ca } });
    expect(good.exitCode).toBe(0);
    expect(good.all).toContain('~/ca.pem');
  });

  it('NODE_EXTRA_CA_CERTS is shown, and one that node had to ignore is a warning', async () => {
    const { registry, certificate } = await serveTls({ commonName: 'x', addresses: ['127.0.0.1'] });
    const ca = join(machine.home, 'ca.pem');
    writeFileSync(ca, certificate);
    const good = await ask(registry, { env: { NODE_EXTRA_CA_CERTS: ca } });
    expect([good.exitCode, good.all]).toEqual([0, expect.stringContaining('~/ca.pem')]);
    const run = await machine.run(['doctor', registry, '--json'], { env: { NODE_EXTRA_CA_CERTS: `${ca}.gone` } });
    expect(findingsOf(run)).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('NODE_EXTRA_CA_CERTS') }),
    );
  });

  it('an expired certificate and a foreign name each have their own remedy', async () => {
    const old = await serveTls({ commonName: 'old', addresses: ['127.0.0.1'], expired: true });
    const ca = join(machine.home, 'old.pem');
    writeFileSync(ca, old.certificate);
    const expired = await ask(old.registry, { env: { SSL_CERT_FILE: ca } });
    expect([expired.code, expired.remedy]).toEqual(['DCR_TLS_UNTRUSTED', expect.stringContaining('must renew it')]);
    const foreign = await serveTls({ commonName: 'foreign', addresses: ['127.0.0.2'] });
    writeFileSync(ca, foreign.certificate);
    const misnamed = await ask(foreign.registry, { env: { SSL_CERT_FILE: ca } });
    expect([misnamed.code, misnamed.remedy]).toEqual(['DCR_TLS_UNTRUSTED', expect.stringContaining('host name')]);
  });

  it('a proxy is shown with its variable and without its credential', async () => {
    const proxy = await startProxy({ refuse: 502 });
    stops.push(() => proxy.stop());
    const https_proxy = `http://me:${PROXY.value}@${proxy.host}`;
    const { about, exitCode } = await ask('registry.example/acme', { env: { https_proxy } });
    expect(about('proxy')[0]?.message).toBe(
      `http://${proxy.host} is used, from https_proxy, with a credential (not shown)`,
    );
    expect(exitCode).toBe(5);
  });

  it.each([
    [600, 'behind'],
    [-600, 'ahead of'],
  ])('a registry whose clock differs by %i s makes a warning', async (seconds, words) => {
    const date = () => new Date(Date.now() + seconds * 1000).toUTCString();
    const registry = await serve(() => ({ status: 401, headers: { ...BASIC, date: date() } }));
    const { about } = await ask(registry, { env: {} });
    expect(about('clock')[0]).toMatchObject({ level: 'warning', message: expect.stringContaining(words) });
  });

  it('a registry that lets anybody in proves nothing, and that is a warning', async () => {
    const { exitCode, about } = await ask(await serve({ status: 200 }));
    expect(exitCode).toBe(0);
    expect(about('credential')[0]).toMatchObject({ level: 'warning', code: 'DCR_CREDENTIAL_UNPROVEN' });
  });
});

describe('files and variables of this machine', () => {
  it('a stored login is compared with the credential that was checked', async () => {
    writeHome('.docker/config.json', { auths: { [sandbox.host]: mine } });
    expect((await ask(acme)).about('docker login')[0]?.level).toBe('ok');
    writeHome('.docker/config.json', { auths: { [sandbox.host]: others } });
    const [finding] = (await ask(acme)).about('docker login');
    expect(finding).toMatchObject({ level: 'warning', code: 'DCR_SHADOWED' });
    expect(finding?.message).toContain('m…');
  });

  it('an entry for which docker passes over its file is a warning where a helper keeps the login', async () => {
    install('docker-credential-fake', 'echo {}');
    writeHome('.docker/config.json', { credsStore: 'fake', auths: { 'b.example': { auth: '!!' } } });
    const { exitCode, about } = await ask(acme);
    expect([exitCode, about('file')[0]?.level, about('helper')[0]?.level]).toEqual([0, 'warning', 'ok']);
    expect(about('file')[0]?.code).toBe('DCR_CONFIG_INVALID');
  });

  it('one login with the path of another registry is what docker takes for all of the host', async () => {
    writeHome('.docker/config.json', { auths: { [`${sandbox.host}/globex`]: others } });
    expect((await ask(acme)).about('docker login')[0]).toMatchObject({ level: 'warning', code: 'DCR_SHADOWED' });
  });

  it.each<[string, string, unknown, string]>([
    ['an older docker', '28.2.2', { auths: { HOST: others } }, 'info'],
    ['the same credential', '28.3.0', { auths: { HOST: mine } }, 'info'],
    ['other hosts only', '29.0.0', { auths: { 'x.example': others } }, 'info'],
    ['fields that docker refuses', '29.0.0', { auths: { HOST: others }, credsStore: 'x' }, 'warning'],
    ['no JSON', '29.0.0', 'hello', 'warning'],
  ])('DOCKER_AUTH_CONFIG with %s is no error', async (_name, version, value, level) => {
    install('docker', `echo Docker version ${version}, build x`);
    const DOCKER_AUTH_CONFIG = JSON.stringify(value).replace('HOST', sandbox.host);
    const { exitCode, about } = await ask(acme, { env: { ...CREDENTIAL, DOCKER_AUTH_CONFIG } });
    expect([exitCode, about('DOCKER_AUTH_CONFIG')[0]?.level]).toEqual([0, level]);
  });

  it("a stale auth.json of podman beats docker's login", async () => {
    install('podman', 'echo podman version 4.3.1');
    writeHome('.docker/config.json', { auths: { [sandbox.host]: mine } });
    writeHome('.config/containers/auth.json', { auths: { [acme]: others } });
    const { about } = await ask(acme);
    expect(about('podman login')[0]).toMatchObject({ level: 'warning', code: 'DCR_SHADOWED' });
    expect(about('docker login')[0]?.level).toBe('ok');
  });

  it('REGISTRY_AUTH_FILE and DOCKER_CONFIG that lead nowhere are warnings', async () => {
    const nowhere = { REGISTRY_AUTH_FILE: join(machine.home, 'none.json'), DOCKER_CONFIG: join(machine.home, 'none') };
    const { about } = await ask(acme, { env: { ...CREDENTIAL, ...nowhere } });
    expect(about('REGISTRY_AUTH_FILE')[0]?.level).toBe('warning');
    expect(about('DOCKER_CONFIG')[0]?.level).toBe('warning');
  });

  it('a configuration that others can read is a warning', async () => {
    writeHome('.docker/config.json', { auths: { [sandbox.host]: mine } }, 0o644);
    expect((await ask(acme)).about('file')[0]).toMatchObject({
      level: 'warning',
      remedy: 'chmod 600 ~/.docker/config.json',
    });
  });

  it('a configuration with logins in the workspace is a warning', async () => {
    const workspace = makeTemporaryDirectory();
    mkdirSync(join(workspace, '.docker'));
    writeFileSync(join(workspace, '.docker/config.json'), JSON.stringify({ auths: { [sandbox.host]: others } }));
    const { about } = await ask(acme, { env: { ...CREDENTIAL, GITHUB_WORKSPACE: workspace } });
    expect(about('workspace')[0]?.level).toBe('warning');
    mkdirSync(join(workspace, '.git'));
    expect((await ask(acme, { directory: workspace })).about('workspace')[0]?.level).toBe('warning');
  });

  it('a private login that docker does not look at is told with the line that makes it visible', async () => {
    await machine.run(['login', acme, '--engine', 'file', '--isolate'], { env: CREDENTIAL });
    const [session] = (await ask(acme)).about('session');
    expect(session).toMatchObject({ level: 'warning', remedy: expect.stringMatching(/^export DOCKER_CONFIG=/u) });
  });

  it('a helper on PATH counts only for a configuration that holds nothing', async () => {
    install('docker', 'echo Docker version 28.2.2, build x');
    install('docker-credential-secretservice', 'echo "no bus"; exit 1');
    const empty = await ask(acme);
    expect([empty.exitCode, empty.about('helper')[0]?.level]).toEqual([0, 'warning']);
    expect(empty.about('helper')[0]?.message).toContain('"no bus"');
    writeHome('.docker/config.json', { auths: { 'x.example': others } });
    expect((await ask(acme)).about('helper')[0]?.level).toBe('ok');
  });

  it('a helper that answers is fine, and is asked for no secret', async () => {
    install('docker-credential-good', `echo "$1" >> '${join(machine.bin, 'calls')}'; echo '{}'`);
    writeHome('.docker/config.json', { credsStore: 'good' });
    expect((await ask(acme)).about('helper')[0]?.level).toBe('ok');
  });

  it('a helper that answers is where the login is looked for, whatever the file holds', async () => {
    install('docker-credential-good', `echo '{}'`);
    for (const auths of [{ [sandbox.host]: {} }, { [sandbox.host]: mine }]) {
      writeHome('.docker/config.json', { credsStore: 'good', auths });
      const { about } = await ask(acme);
      expect([about('docker login'), about('helper')[0]?.level]).toEqual([[], 'ok']);
    }
  });

  it('a helper is found under any spelling of its key', async () => {
    writeHome('.docker/config.json', { credsstore: 'gone' });
    expect(await ask(acme)).toMatchObject({ subject: 'helper', code: 'DCR_STORE_FAILED' });
  });

  it('a login in clear text is one for docker, and none for podman', async () => {
    const clear = { auths: { [sandbox.host]: { username: 'ci', password: PASSWORD } } };
    writeHome('.docker/config.json', clear);
    writeHome('.config/containers/auth.json', clear);
    const { about } = await ask(acme);
    expect([about('docker login')[0]?.level, about('podman login')]).toEqual(['ok', []]);
  });

  it.each([{ credHelpers: ['x'] }, { auths: { 'x.example': { auth: 'bm9jb2xvbg==' } } }])(
    'a configuration that docker refuses whole is an error, and no helper is told of: %j',
    async (config) => {
      writeHome('.docker/config.json', config);
      const { code, subject, exitCode, about } = await ask(acme);
      expect([code, subject, exitCode]).toEqual(['DCR_CONFIG_INVALID', 'file', 2]);
      expect([about('helper'), about('docker login')]).toEqual([[], []]);
    },
  );

  it('an entry that podman does not ask for does not make docker refuse anything', async () => {
    writeHome('.config/containers/auth.json', { auths: { 'x.example': { auth: 'bm9jb2xvbg==' }, [acme]: mine } });
    expect((await ask(acme)).exitCode).toBe(0);
  });

  it('an XDG directory that is empty is none', async () => {
    writeHome('.config/containers/auth.json', { auths: { [acme]: mine } });
    const { about } = await ask(acme, { env: { ...CREDENTIAL, XDG_CONFIG_HOME: '', XDG_RUNTIME_DIR: '' } });
    expect(about('podman login')).toHaveLength(1);
  });

  it('state that cannot be read is an error beside all the rest', async () => {
    writeHome('.local/state/dcr-login/sessions', 'no directory');
    const { code, subject, about } = await ask(acme);
    expect([code, subject, about('credential')[0]?.level]).toEqual(['DCR_STORE_FAILED', 'session', 'ok']);
  });

  it('a client that hangs does not hold the report up for ever', async () => {
    install('docker', 'exec /bin/sleep 60');
    const { exitCode, about } = await ask(acme, { words: ['--timeout', '1s'] });
    expect(exitCode).toBe(0);
    expect(about('versions')[0]?.message).toContain('docker does not run');
  });
});

describeReal(['docker-credential-pass'], 'the real helper of pass, which nobody has initialised', () => {
  it('is an error in its own words where it is configured, and a warning where docker would find it', async () => {
    const PATH = `${machine.bin}:${dirname(requirePart('docker-credential-pass'))}:/bin`;
    writeHome('.docker/config.json', { credsStore: 'pass' });
    const configured = await ask(acme, { env: { ...CREDENTIAL, PATH } });
    expect([configured.subject, configured.code]).toEqual(['helper', 'DCR_STORE_FAILED']);
    expect(configured.about('helper')[0]?.message).toMatch(/password store is empty/u);
    writeHome('.docker/config.json', {});
    install('docker', 'echo Docker version 28.2.2, build x');
    const detected = await ask(acme, { env: { ...CREDENTIAL, PATH } });
    expect([detected.exitCode, detected.about('helper')[0]?.level]).toEqual([0, 'warning']);
  });
});
