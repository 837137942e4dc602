// So many targets in memory, journal on the real disk, in a process of its own: `node many.mjs COUNT STATE [DIE_AT]`.
// Prints what it took as JSON; with DIE_AT it ends itself without a word when so many targets are written.
import fs from 'node:fs';
import process from 'node:process';
import { createNodePorts } from '../../../../packages/core/lib/node/index.js';
import { Secret } from '../../../../packages/core/lib/credential/secret.js';
import { rotateJobs } from '../../../../packages/core/lib/rotation/rotate.js';

const [count = '0', state = '', dieAt = '-1'] = process.argv.slice(2);
const places = `${state}.places`;
const NEW = { username: 'ci-new', password: 'many-c4nary-1' };
const held = new Uint8Array(Number(count));
if (fs.existsSync(places)) held.set(fs.readFileSync(places));
let written = 0;
let biggest = 0;
const watch = () => (biggest = Math.max(biggest, process.memoryUsage.rss()));

const makeTarget = (index) => {
  const id = `vault-kv vault.example secret team-${index}/dcr/acme DCR_PASSWORD`;
  return {
    id,
    type: 'vault-kv',
    writes: [id],
    api: `vault-${index % 4}.example`,
    inspect: async () => ({ stored: undefined, exists: true, version: String(held[index]), since: null, unknown: [] }),
    write: async () => {
      held[index] += 1;
      written += 1;
      if (written === Number(dieAt)) {
        fs.writeFileSync(places, held);
        process.kill(process.pid, 'SIGKILL');
      }
    },
    check: async () => ({ kind: 'metadata', holds: held[index] > 0 }),
  };
};

const right = `Basic ${Buffer.from(`${NEW.username}:${NEW.password}`).toString('base64')}`;
const http = {
  request: async ({ headers }) => {
    const ok = headers.authorization === right;
    return {
      status: ok ? 200 : 401,
      headers: ok ? {} : { 'www-authenticate': ['Basic realm="fake"'] },
      body: '{}',
      truncated: false,
    };
  },
};
const job = {
  settings: {
    name: 'fleet',
    registry: 'dcr.nexqloud.io/acme',
    issuer: { type: 'http', url: 'https://issuer.example' },
    targets: [],
    grace: 0,
    maxAge: null,
    path: [],
  },
  targets: Array.from({ length: Number(count) }, (_, index) => makeTarget(index)),
  issuer: { issue: async () => ({ username: NEW.username, password: new Secret(NEW.password) }) },
  directory: `${state}/rotations/fleet`,
};
const progress = [];
const onEvent = (event) => {
  if (event.kind !== 'target') return;
  if (event.done % Math.max(1, Math.floor(event.all / 20)) === 0) progress.push(event.done);
  if (event.done % 100 === 0) watch();
};
const start = process.hrtime.bigint();
const report = await rotateJobs([job], { request: { onEvent }, dryRun: false }, { ...createNodePorts(), http });
watch();
fs.writeFileSync(places, held);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
const twice = held.filter((times) => times !== 1).length;
const answer = {
  state: report.state,
  code: report.error?.code,
  ms,
  rss: biggest,
  written,
  twice,
  steps: progress.length,
};
fs.writeSync(1, `${JSON.stringify(answer)}\n`);
