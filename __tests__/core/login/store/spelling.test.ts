import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readEntry } from '../../../../packages/core/lib/doctor/stored-file.js';
import { login } from '../../../../packages/core/lib/index.js';
import { composePrivateConfig, composeSeed } from '../../../../packages/core/lib/login/private-directory.js';
import { decodeAuth, parseConfigFile } from '../../../../packages/core/lib/login/store/config-file.js';
import { catchCode } from '../../support/codes.ts';
import { installHelper } from '../../support/fake-helper.ts';
import type { World } from '../../support/world.ts';
import { CREDENTIAL, encodePair, findSecret, makeWorld, PASSWORD, writeConfig } from '../../support/world.ts';

const HOST = 'dcr.nexqloud.io';
const REQUEST = { registry: `${HOST}/acme`, credential: CREDENTIAL, engine: 'file', verify: 'none' } as const;
const OLD = { auth: encodePair('me', 'old') };

const parse = (text: string) => parseConfigFile(text, 'config.json');

describe('an entry', () => {
  it.each([
    [{ Auth: encodePair('ci', 'x') }, { username: 'ci', secret: 'x' }],
    [
      { auth: encodePair('ci', 'x'), AUTH: encodePair('ci', 'y') },
      { username: 'ci', secret: 'y' },
    ],
    [
      { auth: encodePair('ci', 'x'), IdentityToken: 't' },
      { username: '<token>', secret: 't' },
    ],
  ])('%j is read in any case', (entry, login) => {
    expect(decodeAuth(entry)).toEqual(login);
    expect(readEntry(HOST, entry, { own: undefined, format: 'docker' }).holds).toBe('login');
  });
});

describe('two spellings of one key', () => {
  let world: World;
  beforeEach(() => void (world = makeWorld()));
  const run = (isolate = false) => login({ ...REQUEST, isolate }, world.ports);

  it.each([
    ['{"credsStore":"","credsstore":"fake"}', 'fake'],
    ['{"credsstore":"fake","credsStore":""}', ''],
    ['{"credsStore":"fake","CREDSSTORE":null}', 'fake'],
    ['{"cred\u017Fstore":"fake"}', 'fake'],
  ])('%s is one store: "%s"', (text, store) => {
    expect(parse(text)).toEqual({ credsStore: store });
  });

  it('are one map, of which null leaves nothing', () => {
    const text = '{"credHelpers":{"a":"x","b":"x"},"CREDHELPERS":{"b":"y"},"auths":{"h":{}},"Auths":null}';
    expect(parse(text)).toEqual({ credHelpers: { a: 'x', b: 'y' }, auths: null });
  });

  it('name no helper to the client that logs in privately', () => {
    expect(Object.keys(composeSeed(parse('{"credsStore":"","credsstore":"fake"}')))).toEqual(['auths']);
  });

  it('are one in a private configuration, in which the new login stands alone', () => {
    const shared = parse(JSON.stringify({ auths: {}, Auths: { [HOST]: OLD } }));
    const entry = { auth: encodePair('ci', PASSWORD) };
    const logins = { entries: [{ key: HOST, entry }], helperKeys: [HOST], blank: false };
    expect(composePrivateConfig(shared, logins)).toEqual({ auths: { [HOST]: entry } });
  });

  it('name the helper that keeps the login: no file gets it', async () => {
    const helper = installHelper(world, 'vault');
    const before = writeConfig(world, { credsStore: '', credsstore: 'vault', auths: {} });
    const session = await run();
    expect(helper.content()[HOST]).toEqual({ Username: 'ci', Secret: PASSWORD });
    expect(readFileSync(world.configFile, 'utf8')).not.toContain(encodePair('ci', PASSWORD));
    await session.close();
    expect([helper.content()[HOST], readFileSync(world.configFile, 'utf8')]).toEqual([undefined, before]);
  });

  it('hold the login of one host: what clients would not read is not written', async () => {
    const before = writeConfig(world, { auths: {}, Auths: { [HOST]: OLD } });
    expect(await catchCode(() => run())).toBe('DCR_STORE_FAILED');
    expect([readFileSync(world.configFile, 'utf8'), findSecret(world)]).toEqual([before, []]);
    const session = await run(true);
    const own = JSON.parse(readFileSync(join(session.configDir, 'config.json'), 'utf8')) as object;
    expect(Object.keys(own)).toEqual(['auths']);
    await session.close();
  });
});
