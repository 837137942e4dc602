// 10,000 github-secret targets by a real `dcr-login rotate`, and by the Action, over HTTP: what its process holds at most, and
// whether its time grows linearly. The fake GitHub and the registry live in this process, the command in one of its own. Nothing is paced.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { startSandbox } from '../../packages/sandbox/lib/index.js';
import { startFakeGithub } from '../../packages/testkit/lib/fakes/github/server.js';

const FEW = 2500;
const MANY = 10_000;
const BUDGET = 200;
const CREDENTIALS = ['old', 'new'].map((username) => ({ username, password: `bench-${username}-password-1` }));
const NAMES = ['DCR_REGISTRY', 'DCR_USERNAME', 'DCR_PASSWORD'];

/**
 * Its own processor time, since the time of the whole counts both servers and whatever else this machine does. VmHWM and
 * not maxRSS of getrusage, which a process inherits from the one that started it.
 */
const TELL_COST = `import fs from 'node:fs';
const file = process.env.BENCH_COST;
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  fs.writeFileSync(file, JSON.stringify({ status: fs.readFileSync('/proc/self/status', 'utf8'), cpu: user + system }));
});`;

export async function benchManySecrets({ node, cli, action }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-bench-'));
  const sandbox = await startSandbox({ registries: [{ name: 'bench', credentials: CREDENTIALS }] });
  const github = await startFakeGithub({ tokens: { bench: {} } });
  try {
    const world = { node, folder, sandbox, github };
    const command = (count) => rotateMany(count, { ...world, how: 'cli', args: [cli, 'rotate', '--json'] });
    const few = await command(FEW);
    const many = await command(MANY);
    console.log(`\n${name(many)} GitHub secrets over HTTP: ${many.peak.toFixed(0)} MiB resident (budget ${BUDGET})`);
    for (const one of [few, many])
      console.log(
        `${name(one)}: ${one.ms.toFixed(1)} ms a target, ${one.cpu.toFixed(2)} ms of them its own processor time`,
      );
    const growth = many.cpu / few.cpu;
    console.log(`processor time of a target, ${name(many)} / ${name(few)}: ${growth.toFixed(2)} (1 is linear)`);
    const { peak, ms } = await rotateMany(MANY, { ...world, how: 'action', args: [action] });
    console.log(`the same by the Action: ${peak.toFixed(0)} MiB resident, ${ms.toFixed(1)} ms a target`);
  } finally {
    await Promise.all([github.close(), sandbox.close()]);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const name = ({ count }) => count.toLocaleString('en');

async function rotateMany(count, { node, how, args, folder, sandbox, github }) {
  const [{ reference }] = sandbox.registries;
  const [old, fresh] = CREDENTIALS;
  const home = path.join(folder, `${how}-${count}`);
  fs.mkdirSync(home);
  const repositories = Array.from({ length: count }, (_, i) => `acme-${how}-${count}/service-${i}`);
  for (const repository of repositories) {
    github.state.addRepository(repository);
    const { secrets } = github.state.place(`${repository} actions`);
    for (const name of NAMES) secrets.set(name, { value: 'old', createdAt: 1e12, updatedAt: 1e12 });
  }
  github.clearJournal();
  const targets = repositories.map((repository) => ({ type: 'github-secret', repository, apiUrl: github.apiUrl }));
  const credentials = [{ name: 'bench', registry: reference, issuer: { type: 'console' }, targets }];
  // JSON is YAML.
  fs.writeFileSync(path.join(home, 'dcr-rotate.yml'), JSON.stringify({ version: 1, credentials }));
  const cost = path.join(home, 'cost.json');
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    GITHUB_TOKEN: 'bench',
    DCR_USERNAME: old.username,
    DCR_PASSWORD: old.password,
    DCR_NEW_USERNAME: fresh.username,
    DCR_NEW_PASSWORD: fresh.password,
    BENCH_COST: cost,
    INPUT_FILE: 'dcr-rotate.yml',
    RUNNER_TEMP: home,
    GITHUB_OUTPUT: path.join(home, 'output'),
    GITHUB_STEP_SUMMARY: path.join(home, 'summary'),
  };
  for (const file of ['output', 'summary']) fs.writeFileSync(path.join(home, file), '');
  const tell = ['--import', `data:text/javascript,${encodeURIComponent(TELL_COST)}`];
  const start = process.hrtime.bigint();
  await run(node, [...tell, ...args], { env, cwd: home });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  for (const repository of repositories)
    if (github.state.place(`${repository} actions`).secrets.get('DCR_PASSWORD')?.value !== fresh.password)
      throw new Error(`the secrets of ${repository} were not written`);
  if (github.problems().length > 0) throw new Error(github.problems().join('\n'));
  const { status, cpu } = JSON.parse(fs.readFileSync(cost, 'utf8'));
  const [, kib] = /^VmHWM:\s+(\d+) kB$/mu.exec(status) ?? [];
  return { count, ms: ms / count, cpu: cpu / 1000 / count, peak: Number(kib) / 1024 };
}

/** Both servers live in this process, so nothing may block it. */
function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (text) => (words += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}: ${words}`))));
  });
}
