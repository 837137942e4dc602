import { describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, requirePart, runToSuccess } from '@nexqloud/dcr-testkit';
import fc from 'fast-check';
import { renderManifest } from '../../../packages/core/lib/kubernetes/manifest.js';
import {
  chooseServer,
  composeConfig,
  holdsLogin,
  listOverlaps,
  mergeConfig,
  parseAuths,
  readLogin,
} from '../../../packages/core/lib/kubernetes/pull-credential.js';
import { parseRegistry } from '../../../packages/core/lib/registry/reference.js';
import { RUNS } from '../support/runs.ts';

const SERVER = 'dcr.nexqloud.io/acme';
const LOGIN = { server: SERVER, username: 'robot', password: 'new' };
const entry = (username: string, password: string, more: object = {}) => ({
  username,
  password,
  ...more,
  auth: Buffer.from(`${username}:${password}`).toString('base64'),
});

describe('the entry of a registry', () => {
  it('is under its whole name, and of Docker Hub under the address that all clients know', () => {
    expect(chooseServer(parseRegistry('https://DCR.nexqloud.io/acme/'))).toBe(SERVER);
    expect(chooseServer(parseRegistry('docker.io'))).toBe('https://index.docker.io/v1/');
  });

  it('is written beside those of others, whose bytes stay', () => {
    const others = '"ghcr.io":{"auth":"eA==","x":1.50},"quay.io":{"identitytoken":"t<&>"}';
    const merged = mergeConfig(`{"auths":{${others}},"unknown":[1e2]}`, LOGIN);
    expect(merged).toContain(others);
    expect(merged).toContain('"unknown":[1e2]');
    expect(parseAuths(merged)?.[SERVER]).toEqual(entry('robot', 'new'));
  });

  it.each([
    'https://dcr.nexqloud.io/acme',
    'dcr.nexqloud.io/acme/',
    'DCR.nexqloud.io/acme',
    'http://dcr.nexqloud.io/acme//',
  ])('is renewed under the spelling %s that it has', (key) => {
    const merged = mergeConfig(JSON.stringify({ auths: { [key]: entry('robot', 'old') } }), LOGIN);
    expect(parseAuths(merged)).toEqual({ [key]: entry('robot', 'new') });
  });

  it('keeps its e-mail address and what nobody knows, but no token that stood for the old password', () => {
    const old = {
      ...entry('robot', 'old', { email: 'a@b.c' }),
      identitytoken: 'old',
      registrytoken: 'old',
      note: 'mine',
    };
    const merged = mergeConfig(JSON.stringify({ auths: { [SERVER]: old } }), LOGIN);
    expect(parseAuths(merged)?.[SERVER]).toEqual({ ...entry('robot', 'new', { email: 'a@b.c' }), note: 'mine' });
  });

  it('is in step where a kubelet would log in with it, however it is written', () => {
    const { auth } = entry('robot', 'new');
    const isInStep = (value: unknown) => holdsLogin(JSON.stringify({ auths: { [SERVER]: value } }), LOGIN);
    expect(isInStep({ auth })).toBe(true);
    expect(isInStep({ username: 'robot', password: 'new' })).toBe(true);
    expect(isInStep({ auth, password: 'old' })).toBe(false);
    expect(isInStep({ auth: 'b2xk', username: 'robot', password: 'new' })).toBe(true);
    expect(isInStep(entry('robot', 'old'))).toBe(false);
    expect(isInStep(null)).toBe(false);
  });

  it('is out of step where one of two spellings is', () => {
    const text = JSON.stringify({ auths: { [SERVER]: entry('robot', 'new'), [`${SERVER}/`]: entry('robot', 'old') } });
    expect(holdsLogin(text, LOGIN)).toBe(false);
    expect(holdsLogin(mergeConfig(text, LOGIN), LOGIN)).toBe(true);
  });

  it('is read as a kubelet reads it: auth first', () => {
    expect(readLogin({ auth: 'dTpw', username: 'x', password: 'y' })).toEqual({ username: 'u', password: 'p' });
    expect(readLogin({ auth: Buffer.from('u:p:q').toString('base64') })).toEqual({ username: 'u', password: 'p:q' });
    expect(readLogin({ email: 'a@b.c' })).toBeUndefined();
  });

  it('overlaps with entries of its host whose path begins as its own does, or the other way round', () => {
    const auths = {
      'dcr.nexqloud.io': {},
      'https://dcr.nexqloud.io/acme/team': {},
      'dcr.nexqloud.io/acme2': {},
      'dcr.nexqloud.io/ac': {},
      'dcr.nexqloud.io/globex': {},
      'dcr.nexqloud.io.example/acme': {},
      'ghcr.io': {},
    };
    expect(listOverlaps(auths, SERVER)).toEqual(Object.keys(auths).slice(0, 4));
  });

  it.each([
    ['an entry', `{"auths":{"${SERVER}":{"auth":"YTpi"},"x.y":{},"${SERVER}":{"auth":"YTpj"}}}`],
    ['auths', `{"auths":{"lost.example":{}},"auths":{"x.y":{},"${SERVER}":{"auth":"YTpj"}}}`],
  ])('is written where it counts when a text names %s twice', (_what, text) => {
    const merged = mergeConfig(text, LOGIN);
    expect(holdsLogin(merged, LOGIN)).toBe(true);
    expect(Object.keys(parseAuths(merged) ?? {}).toSorted()).toEqual([SERVER, 'x.y']);
  });

  it.each(['', '[]', 'null', '{"auths":[]}', '{"auths":"x"}', '{'])(
    'is not put into %j, which no kubelet reads',
    (text) => {
      expect(parseAuths(text)).toBeUndefined();
    },
  );
});

it('when any credential is merged into any configuration, it holds it and all others are what they were', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const key = fc.oneof(fc.domain(), text).filter((one) => one !== '__proto__');
  const others = fc.dictionary(
    key,
    fc.dictionary(
      text.filter((one) => one !== '__proto__'),
      fc.jsonValue(),
    ),
  );
  fc.assert(
    fc.property(
      others,
      text.filter((name) => !name.includes(':')),
      text,
      (auths, username, password) => {
        const before = JSON.stringify({ auths, more: [null] });
        const login = { server: SERVER, username, password };
        const after = JSON.parse(mergeConfig(before, login)) as { auths: Record<string, unknown>; more: unknown };
        const { [SERVER]: mine, ...rest } = after.auths;
        expect(rest).toEqual((JSON.parse(before) as { auths: unknown }).auths);
        expect(readLogin(mine)).toEqual({ username, password });
        expect(after.more).toEqual([null]);
      },
    ),
  );
});

describeReal(['kubectl'], 'the manifest beside the one of the real kubectl', () => {
  async function askKubectl(args: {
    name: string;
    namespace?: string;
    username: string;
    password: string;
    email?: string;
    format: string;
  }) {
    const { name, namespace, username, password, email, format } = args;
    const home = makeTemporaryDirectory();
    const { stdout } = await runToSuccess({
      path: requirePart('kubectl'),
      arguments: [
        'create',
        'secret',
        'docker-registry',
        name,
        `--docker-server=${SERVER}`,
        `--docker-username=${username}`,
        `--docker-password=${password}`,
        ...(email === undefined ? [] : [`--docker-email=${email}`]),
        ...(namespace === undefined ? [] : [`--namespace=${namespace}`]),
        '--dry-run=client',
        `--output=${format}`,
      ],
      environment: { HOME: home, KUBECONFIG: '' },
    });
    return stdout;
  }

  it.each([
    ['web', 'app'],
    ['1e3', '1.5'],
    ['true', 'null'],
    ['yes', 'no'],
    ['y', 'n'],
    ['on', 'off'],
    ['0x1f', '0o17'],
    ['0b11', '017'],
    ['1e5', '2026-11-24'],
    ['123', '1.2.3'],
    ['12e03', '0'],
    ['60.5', '9e9'],
    ['inf', 'nan'],
    ['a.b', 'x--y'],
  ])('is the same for the names %s and %s', async (name, namespace) => {
    for (const format of ['yaml', 'json'] as const) {
      const [username, password] = ['robot', 'p'];
      const ours = renderManifest({
        name,
        namespaces: [namespace],
        credential: { server: SERVER, username, password },
        format,
      });
      expect(ours).toBe(await askKubectl({ name, namespace, username, password, format }));
    }
  });

  it('is the same, byte for byte, for any credential and e-mail address', async () => {
    // oxlint-disable-next-line no-control-regex
    const clean = (text: string) => !/[\u0000-\u001f\u007f]/u.test(text) && !/\p{Cs}/u.test(text);
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom('<', '>', '&', '\u2028', '\u2029', '"', '\\', 'é', '😀', '/', "'", '\u0085'),
          minLength: 1,
        }),
      )
      .filter(clean);
    await fc.assert(
      fc.asyncProperty(
        text.filter((name) => !name.includes(':')),
        text,
        fc.option(text, { nil: undefined }),
        async (username, password, email) => {
          const mail = email === undefined ? {} : { email };
          const credential = { server: SERVER, username, password, ...mail };
          const theirs = await askKubectl({ name: 'x', username, password, format: 'yaml', ...mail });
          expect(renderManifest({ name: 'x', namespaces: [], credential, format: 'yaml' })).toBe(theirs);
          expect(theirs).toContain(Buffer.from(composeConfig(credential)).toString('base64'));
        },
      ),
      { ...RUNS, numRuns: RUNS.numRuns / 4 },
    );
  }, 180_000);
});
