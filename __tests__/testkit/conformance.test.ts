import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeReal, makeTemporaryDirectory, runToSuccess } from '@nexqloud/dcr-testkit';
import type { Attack } from '../../packages/testkit/lib/hostile/attack.js';
import { ATTACKS, CONTROLS } from '../../packages/testkit/lib/hostile/attacks.js';
import { listClients } from '../../packages/testkit/lib/hostile/client.js';
import type { Facts } from '../../packages/testkit/lib/hostile/facts.js';
import { listFaults } from '../../packages/testkit/lib/hostile/facts.js';
import type { Identities } from '../../packages/testkit/lib/hostile/identity.js';
import { createIdentities } from '../../packages/testkit/lib/hostile/identity.js';
import type { OurAnswer } from '../../packages/testkit/lib/hostile/ours.js';
import type { NameProxy } from '../../packages/testkit/lib/hostile/proxy.js';
import { startNameProxy } from '../../packages/testkit/lib/hostile/proxy.js';
import { runClient } from '../../packages/testkit/lib/hostile/run.js';

const HOSTILE = 'packages/testkit/lib/hostile';
const MEETINGS = ATTACKS.flatMap((attack) => [
  ...(attack.verify?.only === true ? [] : [{ attack, command: 'login', code: attack.code }]),
  ...(attack.verify === undefined ? [] : [{ attack, command: 'verify', code: attack.verify.code }]),
]);

function findAttack(name: string): Attack {
  const found = ATTACKS.find((attack) => attack.name === name);
  if (found === undefined) throw new Error(`no attack "${name}"`);
  return found;
}

describe('the table of hostile registries', () => {
  it('has at least forty attacks, each under a name of its own', () => {
    const names = ATTACKS.filter((attack) => !CONTROLS.includes(attack)).map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stands in the document with every attack', () => {
    const document = readFileSync('packages/testkit/CONFORMANCE.md', 'utf8');
    expect(ATTACKS.filter(({ name }) => !document.includes(`| ${name} (`)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the library against a hostile registry', () => {
  const answers = new Map<string, OurAnswer>();

  // Who trusts what is read once, when a process starts: so one process of its own meets all of them.
  beforeAll(async () => {
    const directory = makeTemporaryDirectory();
    const { trustFile } = createIdentities(directory);
    const { stdout } = await runToSuccess({
      path: process.execPath,
      arguments: ['--import', join(process.cwd(), HOSTILE, 'names.js'), join(HOSTILE, 'rehearsal.js'), directory],
      environment: { NODE_EXTRA_CA_CERTS: trustFile },
    });
    for (const line of stdout.trim().split('\n')) {
      const { name, command, ...answer } = JSON.parse(line) as OurAnswer & { name: string; command: string };
      answers.set(`${command} ${name}`, answer);
    }
  });

  it.each(MEETINGS.map(({ attack, command, code }) => [command, attack.name, code] as const))(
    '%s: %s',
    (command, name, code) => {
      const answer = answers.get(`${command} ${name}`);
      expect(answer).toBeDefined();
      const { facts, output } = answer as OurAnswer;
      expect({ code: answer?.code, faults: listFaults(findAttack(name), facts), output }).toMatchObject({
        code,
        faults: [],
      });
      // What a login that failed was to store is gone, and what is told can be read at a glance.
      if (code !== 'ok') expect(facts.stored).toBe(false);
      expect(output.length).toBeLessThan(2000);
    },
  );

  it('asks for nothing outside of the registry’s own paths, and for no right that is somebody else’s', () => {
    const asked = [...answers.values()].flatMap(({ requests }) => requests);
    expect(asked.length).toBeGreaterThan(MEETINGS.length);
    const usual =
      /^registry (?:GET \/v2\/?|GET \/token\?\S+|\w+ \/v2\/acme\/\S+|DELETE \/\/thief\.example:\d+\/upload)$/u;
    const foreign = asked.filter((line) => line.startsWith('registry ') && !usual.test(line));
    expect(foreign).toEqual([]);
    expect(asked.filter((line) => /[?&]scope=[^&]*victim/u.test(line))).toEqual([]);
  });

  it('sends a password that is right not once more than the registry has questions', () => {
    const basic = answers.get('login a good registry that asks by Basic');
    const bearer = answers.get('login a good registry that asks by Bearer');
    expect(basic?.facts.passwords).toEqual({ registry: 2, other: 0, unencrypted: 0 });
    expect(bearer?.facts.passwords).toEqual({ registry: 1, other: 0, unencrypted: 0 });
  });
});

describe('the judgement of a client', () => {
  const SAFE: Facts = {
    ended: 'failure',
    claimed: false,
    memory: 30,
    passwords: { registry: 0, other: 0, unencrypted: 0 },
    tokensToOther: 0,
    stored: false,
    swallowed: 0,
    printed: [],
  };
  const attack = findAttack('a realm on another site harvests the credential');

  it.each<[string, Partial<Facts>]>([
    ['sends the password', { passwords: { registry: 1, other: 0, unencrypted: 0 } }],
    ['sends the password to the other site', { passwords: { registry: 0, other: 1, unencrypted: 0 } }],
    ['sends its token to the other site', { tokensToOther: 1 }],
    ['sends the password unencrypted', { passwords: { registry: 0, other: 0, unencrypted: 1 } }],
    ['says that the login is right', { ended: 'success', claimed: true }],
    ['stores the password', { stored: true }],
    ['reads 200 MiB', { swallowed: 200 }],
    ['takes more than 256 MiB of memory', { memory: 300 }],
    ['has not ended after 20 s', { ended: 'never' }],
    ['prints control characters', { printed: ['control characters'] }],
  ])('says when it %s, and nothing else', (fault, facts) => {
    expect(listFaults(attack, { ...SAFE, ...facts })).toEqual([fault]);
  });

  it('is silent about one that is safe', () => {
    expect(listFaults(attack, SAFE)).toEqual([]);
  });
});

describeReal(['docker', 'podman', 'skopeo'], 'the real clients against hostile registries', () => {
  const root = makeTemporaryDirectory();
  const clients = listClients();
  let identities: Identities;
  let proxy: NameProxy;

  beforeAll(async () => {
    mkdirSync(join(root, 'i'));
    identities = createIdentities(join(root, 'i'));
    proxy = await startNameProxy();
  });
  afterAll(() => proxy.close());

  const meet = (client: string, name: string) => {
    const found = clients.find((one) => one.name === client);
    if (found === undefined) throw new Error(`no client ${client}`);
    // Short: podman refuses long paths.
    const home = join(root, String(Math.random()).slice(2, 6));
    return runClient({ attack: findAttack(name), client: found, home, proxy: proxy.url }, identities);
  };

  it.each(clients.map(({ name }) => name))(
    '%s logs in to good ones, so what it refuses elsewhere counts',
    async (name) => {
      for (const { name: control } of CONTROLS) {
        const { facts, output } = await meet(name, control);
        expect({ ...facts, output }).toMatchObject({ claimed: true, stored: true, passwords: { other: 0 } });
      }
    },
  );

  it.each(clients.map(({ name }) => name))('%s refuses a certificate of an unknown issuer', async (name) => {
    const { facts } = await meet(name, 'a man in the middle: a certificate of an unknown issuer');
    expect(facts).toMatchObject({ ended: 'failure', claimed: false, stored: false, passwords: { registry: 0 } });
  });

  it.each(ATTACKS.filter(({ must }) => must.login === 'unproved').map(({ name }) => name))(
    'dcr-login, as a process, does not take the login for right: %s',
    async (name) => {
      const { facts } = await meet('dcr-login login', name);
      expect(listFaults(findAttack(name), facts)).toEqual([]);
    },
  );

  it('dcr-login, as a process, keeps the password from a thief to whom the others may send it', async () => {
    const name = 'a realm on another site harvests the credential';
    const { facts, output } = await meet('dcr-login login', name);
    expect(listFaults(findAttack(name), facts)).toEqual([]);
    expect(output).toContain('DCR_UNSAFE_REALM');
    // What docker does is its own affair and may change: that it is seen at all is what counts here.
    const docker = await meet('docker login', name);
    expect(docker.facts.ended === 'success').toBe(docker.facts.passwords.other > 0);
  });
});
