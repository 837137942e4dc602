// Whole-process times as ratios against what nobody can do without: a bare node and a bare `docker login`. Rounds run
// in turn (A B C, A B C, …), so that a machine that changes its speed changes it for all. Prints medians and ratios of
// medians; judges nothing. DCR_LOGIN_ACTION=DIR: a checkout of docker/login-action to run beside.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findPart } from '../packages/testkit/lib/real/part.js';
import { benchTogether } from './bench/together.mjs';
import { startDockerRegistry } from '../packages/testkit/lib/real/docker-registry.js';
import { benchGithubSecrets } from './bench/github-secrets.mjs';
import { benchManySecrets } from './bench/many-secrets.mjs';
import { benchPullSecrets } from './bench/pull-secrets.mjs';
import { benchTenRegistries, findMedian, timeAll } from './bench/ten-registries.mjs';

const ROUNDS = Number(process.env.DCR_BENCH_ROUNDS ?? 21);
const PASSWORD = 'bench-password-1';
for (const part of ['docker', 'docker-registry', 'htpasswd', 'node24']) {
  const found = findPart(part);
  if ('missing' in found) {
    console.log(`bench needs ${found.missing}`);
    process.exit(1);
  }
}
const node = findPart('node24').path;
const docker = findPart('docker').path;

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-bench-'));
const directory = path.join(root, 'registry');
fs.mkdirSync(directory);
const users = [{ username: 'ci', password: PASSWORD }];
const auth = { type: 'htpasswd', users, cost: 4 };
const registry = await startDockerRegistry({ auth, directory });
// Ten hosts, as far as clients know.
const more = await Promise.all(
  Array.from({ length: 9 }, (_, i) => {
    const folder = path.join(root, `registry-${i}`);
    fs.mkdirSync(folder);
    return startDockerRegistry({ auth, directory: folder });
  }),
);
const ten = [registry, ...more];
let turn = 0;

/** A new machine for each run: nothing is warmer for the second than for the first. */
function makeEnvironment(extra = {}) {
  const home = path.join(root, `run-${(turn += 1)}`);
  fs.mkdirSync(path.join(home, 'temp'), { recursive: true });
  const files = Object.fromEntries(
    ['STATE', 'OUTPUT', 'ENV'].map((name) => {
      fs.writeFileSync(path.join(home, name), '');
      return [`GITHUB_${name}`, path.join(home, name)];
    }),
  );
  const base = { PATH: process.env.PATH, HOME: home, RUNNER_TEMP: path.join(home, 'temp'), ...files };
  return { ...base, DOCKER_HOST: `unix://${home}/none.sock`, ...extra };
}

const inputs = (verify) => ({
  INPUT_REGISTRY: `${registry.host}/bench`,
  INPUT_USERNAME: 'ci',
  INPUT_PASSWORD: PASSWORD,
  INPUT_VERIFY: verify,
});

/** The Action with the input `registries` naming all of them. */
function loginTo(hosts) {
  const entries = hosts.map((host) => ({ registry: `${host}/bench`, username: 'ci', password: PASSWORD }));
  const env = { INPUT_REGISTRIES: JSON.stringify(entries), INPUT_VERIFY: 'auth' };
  return { file: node, args: ['dist/login/index.js'], env };
}

function loginBare(host) {
  return { file: docker, args: ['login', '--username', 'ci', '--password-stdin', host], input: PASSWORD };
}

/** A configuration with an entry, so that docker looks for no credential helper. */
function seedDocker(environment) {
  fs.mkdirSync(path.join(environment.HOME, '.docker'));
  fs.writeFileSync(path.join(environment.HOME, '.docker/config.json'), '{"auths":{"x.invalid":{}}}');
}

function seeded() {
  const environment = makeEnvironment();
  seedDocker(environment);
  return environment;
}

const competitor = process.env.DCR_LOGIN_ACTION;
const cases = {
  'bare node': { file: node, args: ['-e', '0'] },
  'bare docker login': { ...loginBare(registry.host), before: seedDocker },
  'action, verify none': { file: node, args: ['dist/login/index.js'], env: inputs('none') },
  'action, verify auth': { file: node, args: ['dist/login/index.js'], env: inputs('auth') },
  'action, one of registries': loginTo([registry.host]),
  'action, ten registries': loginTo(ten.map(({ host }) => host)),
  'shell login': {
    file: '/bin/sh',
    args: ['packages/shell/dcr-login.sh', 'login'],
    env: { DCR_REGISTRY: `${registry.host}/bench`, DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD },
  },
  'cli --help': { file: node, args: ['dist/cli/index.js', '--help'] },
  ...(competitor === undefined
    ? {}
    : {
        'docker/login-action': {
          file: node,
          args: [findBundle(competitor)],
          env: { ...inputs(''), INPUT_REGISTRY: registry.host, INPUT_LOGOUT: 'true', INPUT_ECR: 'auto' },
          before: seedDocker,
        },
      }),
};

// Too long for every round.
const TOGETHER = 40;
const together = {
  'bare docker login': { each: loginBare },
  'dcr-login, a process each': {
    each: (host) => ({
      file: node,
      args: ['dist/cli/index.js', 'login', `${host}/bench`, '--engine', 'docker', '--timeout', '600s'],
      env: { DCR_USERNAME: 'ci', DCR_PASSWORD: PASSWORD },
    }),
  },
  'dcr-login, all in one': {
    all: (hosts) => {
      const file = path.join(root, 'together.json');
      const entries = hosts.map((host) => ({ registry: `${host}/bench`, username: 'ci', passwordEnv: 'PASSWORD' }));
      fs.writeFileSync(file, JSON.stringify(entries));
      const args = ['dist/cli/index.js', 'login', '--registries', file, '--engine', 'docker', '--timeout', '600s'];
      return { file: node, args, env: { PASSWORD } };
    },
  },
};
let crowd;
const bareTen = [];

const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
try {
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, { file, args, input = '', env = {}, before }] of Object.entries(cases)) {
      const environment = makeEnvironment(env);
      before?.(environment);
      const start = process.hrtime.bigint();
      const { status, stdout, stderr } = spawnSync(file, args, { env: environment, input, encoding: 'utf8' });
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
      // The first round warms the disk cache.
      if (round > 0) times[name].push(ms);
    }
    bareTen.push(await timeAll(ten.map(({ host }) => ({ ...loginBare(host), environment: seeded() }))));
  }
  crowd = await benchTogether({
    count: TOGETHER,
    commands: together,
    credential: { username: 'ci', password: PASSWORD },
    makeEnvironment: seeded,
  });
  await benchTenRegistries({
    rounds: ROUNDS,
    command: loginTo,
    makeEnvironment,
    credential: { username: 'ci', password: PASSWORD },
  });
} finally {
  await Promise.all(ten.map((each) => each.stop()));
  fs.rmSync(root, { recursive: true, force: true });
}

const median = (name) => findMedian(times[name]);
console.log(`${ROUNDS} rounds on ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}`);
for (const name of Object.keys(cases)) console.log(`${name.padEnd(24)} ${median(name).toFixed(1).padStart(8)} ms`);
for (const [name, { ms, stored }] of Object.entries(crowd))
  console.log(`${TOGETHER} × ${name} at once: ${ms.toFixed(0)} ms, ${stored} of ${TOGETHER} stored`);
const floor = median('bare node') + median('bare docker login');
const ratios = [
  ['action login, verify none / (bare node + bare docker login)', median('action, verify none') / floor, '≤ 1.3'],
  ['action login, verify auth / (bare node + bare docker login)', median('action, verify auth') / floor, '≤ 1.55'],
  ['ten registries in one step / one', median('action, ten registries') / median('action, one of registries'), '≤ 2'],
  // What the processors of this machine need for ten clients and ten servers, whoever starts them.
  [
    'ten bare docker logins at once / action, one of registries',
    findMedian(bareTen) / median('action, one of registries'),
  ],
  ...['dcr-login, all in one', 'dcr-login, a process each'].map((name) => [
    `${TOGETHER} logins at once into one file, ${name} / bare docker logins`,
    crowd[name].ms / crowd['bare docker login'].ms,
    '< 2',
  ]),
  ['shell login / bare docker login', median('shell login') / median('bare docker login'), '≤ 1.3'],
  ['dcr-login --help / bare node', median('cli --help') / median('bare node'), '≤ 1.5'],
];
if (competitor !== undefined) {
  const ratio = median('action, verify none') / median('docker/login-action');
  ratios.push(['action login, verify none / docker/login-action', ratio, '≤ 0.35']);
}
for (const [name, ratio, budget] of ratios)
  console.log(`${name}: ${ratio.toFixed(2)}${budget === undefined ? '' : ` (budget ${budget})`}`);

await benchGithubSecrets();
await benchManySecrets({ node, cli: path.resolve('dist/cli/index.js'), action: path.resolve('dist/rotate/index.js') });
await benchPullSecrets();

function findBundle(folder) {
  const found = ['dist/index.cjs', 'dist/index.js']
    .map((file) => path.join(folder, file))
    .find((file) => fs.existsSync(file));
  if (found === undefined) throw new Error(`${folder} holds no bundle of docker/login-action`);
  return found;
}
