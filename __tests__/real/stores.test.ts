import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DockerDaemon, DockerRegistry, TokenServer } from '@nexqloud/dcr-testkit';
import {
  describeReal,
  makeTemporaryDirectory,
  scanDirectory,
  scanText,
  startCanary,
  startDockerDaemon,
  startDockerRegistry,
  startTokenServer,
} from '@nexqloud/dcr-testkit';
import { CLI, readCode } from '../cli/support/machine.ts';
import type { Keyring } from './support/keyrings.ts';
import { makePass, startSecretService } from './support/keyrings.ts';
import type { RealMachine } from './support/machine.ts';
import { makeRealMachine, readKeys, readStored } from './support/machine.ts';

// Nobody else's on this machine: the canary looks at every process.
const PASSWORD = `c4nary:p@ss"w0rd'$HOME\\%41-${randomBytes(6).toString('hex')}`;
const SECRET = { name: 'password', username: 'ci', value: PASSWORD };
const CREDENTIAL = { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD };

const HELPERS = { pass: 'docker-credential-pass', secretservice: 'docker-credential-secretservice' } as const;
type HelperName = keyof typeof HELPERS;

describeReal(
  [
    ...(['docker', 'dockerd', 'busybox', 'docker-registry', 'docker-credential-pass', 'pass', 'gpg'] as const),
    ...(['docker-credential-secretservice', 'dbus-daemon', 'gnome-keyring'] as const),
  ],
  'real credential helpers',
  () => {
    const parts: (() => Promise<void>)[] = [];
    let daemon: DockerDaemon;
    let tokens: Record<'password' | 'refresh', TokenServer>;
    let registries: Record<'password' | 'refresh', DockerRegistry>;
    let keyrings: Record<HelperName, Keyring>;
    let uninitialised: Keyring;
    beforeAll(async () => {
      const users = [{ username: 'ci', password: PASSWORD, grants: ['repository:acme/*:pull,push'] }];
      const keep = <Part extends { stop: () => Promise<void> }>(part: Part): Part => {
        parts.push(() => part.stop());
        return part;
      };
      tokens = {
        password: keep(await startTokenServer({ users })),
        refresh: keep(await startTokenServer({ users, refreshTokens: true })),
      };
      const start = (kind: 'password' | 'refresh') =>
        startDockerRegistry({
          auth: { type: 'token', server: tokens[kind] },
          directory: makeTemporaryDirectory(),
        }).then(keep);
      const [first, password, refresh, pass, secretservice, empty] = await Promise.all([
        startDockerDaemon().then(keep),
        start('password'),
        start('refresh'),
        makePass({ initialised: true }).then(keep),
        startSecretService().then(keep),
        makePass({ initialised: false }).then(keep),
      ]);
      [daemon, uninitialised] = [first, empty];
      registries = { password, refresh };
      keyrings = { pass, secretservice };
      await daemon.importImage(`${password.host}/acme/app:v1`);
      await daemon.importImage(`${refresh.host}/acme/app:v1`);
    }, 90_000);
    afterAll(() => Promise.all(parts.map((stop) => stop())), 30_000);

    /** What the helper itself says that it keeps. */
    async function ask(
      machine: RealMachine,
      name: HelperName,
      host: string,
    ): Promise<{ Username: string; Secret: string } | undefined> {
      const { exitCode, stdout } = await machine.client(HELPERS[name], ['get'], { input: host });
      if (exitCode !== 0) return undefined;
      const kept = JSON.parse(stdout) as { Username: string; Secret: string };
      // What pass 0.6.4 says of a host that it knows nothing of.
      return kept.Username === '' && kept.Secret === '' ? undefined : kept;
    }

    describe.each(['pass', 'secretservice'] as const)('%s', (name) => {
      it.each([
        ['credsStore', 'password'],
        ['credHelpers', 'password'],
        ['credsStore', 'refresh'],
      ] as const)(
        'configured by %s, with a registry that gives a %s: keeps the login, and docker uses it from there',
        async (by, kind) => {
          const { host } = registries[kind];
          const machine = makeRealMachine({ ...keyrings[name].env, DOCKER_HOST: daemon.host });
          const before = JSON.stringify(
            { [by]: by === 'credsStore' ? name : { [host]: name }, unknown: [1] },
            undefined,
            2,
          );
          machine.writeConfig(before);
          const other = { ServerURL: host, Username: 'other', Secret: 'other-password' };
          const seeded = await machine.client(HELPERS[name], ['store'], { input: JSON.stringify(other) });
          expect(seeded).toMatchObject({ exitCode: 0 });
          const canary = await startCanary({
            secrets: [SECRET],
            allow: ({ place, process: seen }) => place === 'environ' && seen?.arguments.includes(CLI) === true,
          });
          const login = await machine.run(['login', `${host}/acme`, '--engine', 'docker', '--json'], {
            env: CREDENTIAL,
          });
          expect(login).toMatchObject({ exitCode: 0 });
          const kept = await ask(machine, name, host);
          if (kind === 'password') expect(kept).toMatchObject({ Username: 'ci', Secret: PASSWORD });
          else expect(kept).toMatchObject({ Username: '<token>', Secret: expect.stringMatching(/^[\w-]{32}$/u) });
          expect(JSON.parse(machine.readConfig())).toMatchObject({ auths: { [host]: {} }, unknown: [1] });
          expect(readStored(machine.configFile, host)).toBeUndefined();
          const push = await machine.client('docker', ['push', `${host}/acme/app:v1`]);
          expect(push).toMatchObject({ exitCode: 0 });
          const logout = await machine.run(['logout', '--json']);
          expect(logout.json).toMatchObject({ ok: true, sessions: [{ outcome: 'restored' }] });
          expect(await ask(machine, name, host)).toMatchObject({ Username: 'other', Secret: 'other-password' });
          expect(readKeys(machine.readConfig())).toBe(readKeys(before));
          expect(await canary.stop()).toEqual([]);
          expect(machine.remains()).toEqual([]);
          expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
          await machine.client(HELPERS[name], ['erase'], { input: host });
        },
      );

      it('which kept nothing before keeps nothing after', async () => {
        const { host } = registries.password;
        const machine = makeRealMachine(keyrings[name].env);
        machine.writeConfig(JSON.stringify({ credsStore: name }));
        expect(await machine.run(['login', `${host}/acme`], { env: CREDENTIAL })).toMatchObject({ exitCode: 0 });
        expect(await machine.run(['logout'])).toMatchObject({ exitCode: 0 });
        expect(await ask(machine, name, host)).toBeUndefined();
        expect(JSON.parse(machine.readConfig())).toEqual({ credsStore: name });
      });

      it('is left alone by an isolated login', async () => {
        const { host } = registries.password;
        const machine = makeRealMachine({ ...keyrings[name].env, DOCKER_HOST: daemon.host });
        machine.writeConfig(JSON.stringify({ credsStore: name }));
        const login = await machine.run(['login', `${host}/acme`, '--isolate', '--json'], { env: CREDENTIAL });
        const [{ configDir = '' } = {}] = login.json['sessions'] as readonly { configDir?: string }[];
        expect(await ask(machine, name, host)).toBeUndefined();
        const push = await machine.client('docker', ['push', `${host}/acme/app:v1`], {
          env: { DOCKER_CONFIG: configDir },
        });
        expect(push).toMatchObject({ exitCode: 0 });
        await machine.run(['logout']);
        expect(machine.remains()).toEqual([]);
      });
    });

    describe.each([
      ['pass', 'without a store', 'pass not initialized', () => uninitialised.env],
      ['secretservice', 'without a bus', 'D-Bus', () => ({})],
    ] as const)('%s %s', (name, _state, words, getEnv) => {
      it('when it is configured, is named with its own words, and nothing is stored in plain text instead', async () => {
        const { host } = registries.password;
        const machine = makeRealMachine(getEnv());
        const before = JSON.stringify({ credsStore: name });
        machine.writeConfig(before);
        const login = await machine.run(['login', `${host}/acme`, '--json'], { env: CREDENTIAL });
        expect([login.exitCode, readCode(login)]).toEqual([6, 'DCR_STORE_FAILED']);
        const { error } = login.json as { error: { message: string } };
        expect(error.message).toContain(HELPERS[name]);
        expect(error.message).toContain(words);
        expect(scanText(JSON.stringify(error), 'error', [SECRET])).toEqual([]);
        expect(machine.readConfig()).toBe(before);
        expect(machine.remains()).toEqual([]);
        expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
      });

      it('when it merely lies on PATH, breaks a plain docker login and not ours', async () => {
        const { host } = registries.password;
        const login = ['login', '--username', 'ci', '--password-stdin', host];
        // docker prefers pass; for secretservice to be taken, pass must not be on PATH.
        const theirs = await makeRealMachine(getEnv()).client('docker', login, { input: PASSWORD });
        if (name === 'pass') expect(theirs.exitCode).not.toBe(0);
        const machine = makeRealMachine(getEnv());
        const ours = await machine.run(['login', `${host}/acme`, '--json'], { env: CREDENTIAL });
        expect(ours.json).toMatchObject({ ok: true });
        expect(readStored(machine.configFile, host)).toBe(`ci:${PASSWORD}`);
        await machine.run(['logout']);
        expect(scanDirectory(machine.root, [SECRET])).toEqual([]);
      });
    });

    it('an identity token that the registry gave goes into the file as docker would write it, and pushes', async () => {
      const { host } = registries.refresh;
      const machine = makeRealMachine({ DOCKER_HOST: daemon.host });
      machine.writeConfig('{"auths":{"other.example":{}}}');
      expect(await machine.run(['login', `${host}/acme`, '--engine', 'docker'], { env: CREDENTIAL })).toMatchObject({
        exitCode: 0,
      });
      const { auths } = JSON.parse(readFileSync(machine.configFile, 'utf8')) as { auths: Record<string, object> };
      expect(auths[host]).toMatchObject({ identitytoken: expect.stringMatching(/^[\w-]{32}$/u) });
      expect(await machine.client('docker', ['push', `${host}/acme/app:v1`])).toMatchObject({ exitCode: 0 });
      await machine.run(['logout']);
      expect(machine.readConfig()).toBe('{"auths":{"other.example":{}}}');
    });
  },
);
