import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RotateFile } from '../../../packages/core/lib/config/rotate-file.js';
import { suggestName } from '../../../packages/core/lib/config/near-name.js';
import { catchError } from '../support/codes.ts';

/** A sound file with these lines in place of the targets, or of other parts. */
function write(
  parts: { targets?: string; issuer?: string; policy?: string; registry?: string; more?: string } = {},
): string {
  const { targets = '      - { type: docker-config, path: a }', issuer = '{ type: console }', policy = '{}' } = parts;
  return [
    'version: 1',
    'credentials:',
    '  - name: production',
    `    registry: ${parts.registry ?? 'dcr.nexqloud.io/acme'}`,
    `    issuer: ${issuer}`,
    `    policy: ${policy}`,
    '    targets:',
    targets,
    parts.more ?? '',
  ].join('\n');
}

/** `line:column words` of every fault. */
async function findFaults(text: string): Promise<readonly string[]> {
  const error = await catchError(() => new RotateFile(text, 'f.yml').settle());
  expect(error.code).toBe('DCR_CONFIG_INVALID');
  return [...error.message.matchAll(/f\.yml:(\d+:\d+: .*)/gu)].map(([, fault]) => fault ?? '');
}

describe('a rotation file', () => {
  it('that is sound is read with its defaults and times in milliseconds', () => {
    const file = new RotateFile(write({ policy: '{ maxAge: 90d, grace: 15m }' }), 'f.yml');
    file.settle();
    expect(file.credentials).toMatchObject([
      {
        name: 'production',
        registry: 'dcr.nexqloud.io/acme',
        grace: 900_000,
        maxAge: 7_776_000_000,
        issuer: { type: 'console' },
      },
    ]);
  });

  it('takes every kind of target and issuer of the example', () => {
    const file = new RotateFile(readFileSync('examples/rotate/dcr-rotate.yml', 'utf8'), 'f.yml');
    file.settle();
    expect(file.credentials[0]?.targets.length).toBeGreaterThan(5);
  });

  it('takes kubernetes-secret, whose place is kept', () => {
    const targets = '      - { type: kubernetes-secret, context: prod, namespaces: [web], serviceAccounts: [default] }';
    new RotateFile(write({ targets }), 'f.yml').settle();
  });

  it('tells all faults at once, each at its line and column, in their order', async () => {
    const faults = await findFaults(
      write({
        registry: 'dcr.nexqloud.io',
        issuer: '{ type: exce, command: [x] }',
        policy: '{ maxAge: 9w }',
        targets:
          '      - { type: github-secret, repositry: acme/api }\n      - { type: vault-kv, mount: secret, path: x }',
      }),
    );
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['4:15:', '5:21:', '6:23:', '8:32:', '9:9:']);
  });

  it.each([
    [
      'an unknown key with a near name',
      { targets: '      - { type: docker-config, pth: a }' },
      /pth is not known here \(did you mean "path"\?\)/u,
    ],
    [
      'an unknown type with a near name',
      { targets: '      - { type: github-secert }' },
      /did you mean "github-secret"/u,
    ],
    ['a missing type', { targets: '      - { path: a }' }, /type is missing: github-secret, /u],
    ['a missing key', { targets: '      - { type: docker-config }' }, /path is missing/u],
    ['no target at all', { targets: '      []' }, /targets is empty/u],
    [
      'both a project and a group',
      { targets: '      - { type: gitlab-variable, project: a, group: b }' },
      /project or group, and not both/u,
    ],
    [
      'neither repository nor organization',
      { targets: '      - { type: github-secret }' },
      /repository or organization/u,
    ],
    [
      'an environment of an organization',
      { targets: '      - { type: github-secret, organization: a, environment: p }' },
      /belongs to a repository/u,
    ],
    ['an empty command', { issuer: '{ type: exec, command: [] }' }, /command is empty/u],
    ['a command as one text', { issuer: '{ type: exec, command: "a b" }' }, /command must be a list/u],
    ['a time of no unit', { policy: '{ grace: soon }' }, /grace must be a time such as/u],
    ['a grace that no timer can wait for', { policy: '{ grace: 60d }' }, /longer than 24d/u],
    ['a registry without a name', { registry: 'dcr.nexqloud.io' }, /names the host but no registry/u],
    [
      'a variable that is none',
      { targets: '      - { type: vault-kv, address: https://v, mount: m, path: p, tokenEnv: "a b" }' },
      /name of an environment variable/u,
    ],
    [
      'two credentials of one name',
      {
        more: '  - { name: production, registry: a.example/b, issuer: { type: console }, targets: [{ type: docker-config, path: b }] }',
      },
      /called production already/u,
    ],
    ['a key twice', { more: '    issuer: { type: console }' }, /named twice/u],
  ])('is refused with %s', async (_what, parts, words) => {
    expect((await findFaults(write(parts))).join('\n')).toMatch(words);
  });

  it.each(['', 'a: [\n b: }', '- 1', 'version: 2\ncredentials: []', 'version: 1', 'nothing', '&a [*a]'])(
    'is refused as a whole, not crashed on: %j',
    async (text) => {
      expect((await findFaults(text)).length).toBeGreaterThan(0);
    },
  );
});

describe('a secret in the file is refused, and never repeated', () => {
  const CANARY = 'c4nary-value-1';
  it.each([
    ['under password', { targets: `      - { type: docker-config, path: a, password: ${CANARY} }` }],
    ['under token', { issuer: `{ type: http, url: https://a.example, token: ${CANARY} }` }],
    ['under apiKey', { issuer: `{ type: http, url: https://a.example, body: { apiKey: ${CANARY} } }` }],
    [
      'deep in a body',
      { issuer: `{ type: http, url: https://a.example, body: { a: [{ client_secret: ${CANARY} }] } }` },
    ],
    [
      'in an address',
      { targets: `      - { type: vault-kv, address: "https://me:${CANARY}@v.example", mount: m, path: p }` },
    ],
    ['as a token of GitHub', { targets: `      - { type: exec, command: [./x, ghp_${CANARY}] }` }],
    ['as an argument', { targets: `      - { type: exec, command: [./x, "--password=${CANARY}"] }` }],
    [
      'as the name of a variable',
      { targets: `      - { type: vault-kv, address: https://v, mount: m, path: p, tokenEnv: hvs.${CANARY} }` },
    ],
  ])('%s', async (_what, parts) => {
    const faults = await findFaults(write(parts));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).not.toContain(CANARY);
  });

  it('but names of variables, mounts and paths are none', () => {
    const targets =
      '      - { type: vault-kv, address: https://v.example, mount: secret, path: dcr/token, tokenEnv: MY_TOKEN, names: { password: DCR_PASSWORD } }';
    new RotateFile(write({ targets }), 'f.yml').settle();
  });
});

it('a near name is suggested only where it is near', () => {
  const names = ['exec', 'http', 'console', 'vault'];
  expect([
    suggestName('exce', names),
    suggestName('cosole', names),
    suggestName('kubernetes', names),
    suggestName('x', ['id']),
  ]).toEqual([' (did you mean "exec"?)', ' (did you mean "console"?)', '', '']);
});

it('the schema for editors says what the shape says', () => {
  const schema = JSON.parse(readFileSync('packages/core/dcr-rotate.schema.json', 'utf8')) as Record<string, never>;
  expect(JSON.stringify(schema)).toContain('"const":"kubernetes-secret"');
  expect(schema['additionalProperties']).toBe(false);
});
