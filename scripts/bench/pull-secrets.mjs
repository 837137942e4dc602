// A pull secret in each of a thousand namespaces of a real API server: what most people do, a loop of `kubectl create
// secret --dry-run | kubectl apply`, against one `pull-secret --apply`, against the same requests sent bare. The loop takes
// minutes: it is measured on some of the namespaces and scaled.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startKubernetes } from '../../packages/testkit/lib/real/kubernetes.js';
import { findPart } from '../../packages/testkit/lib/real/part.js';

const NAMESPACES = Number(process.env.DCR_BENCH_NAMESPACES ?? 1000);
const LOOP = 30;
/** As many as the command has in hand at once. */
const LANES = 16;
const REGISTRY = 'dcr.nexqloud.io/acme';
const NAME = 'dcr-credentials';

export async function benchPullSecrets() {
  for (const part of ['etcd', 'kube-apiserver', 'kubectl']) {
    const found = findPart(part);
    if ('missing' in found) throw new Error(`bench needs ${found.missing}`);
  }
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-bench-'));
  const server = await startKubernetes({ directory });
  try {
    const names = Array.from({ length: NAMESPACES }, (_, i) => `bench-${i}`);
    await server.createNamespaces(names, { bench: 'yes' });
    const KUBECONFIG = server.writeKubeconfig();
    const context = { server, directory, KUBECONFIG, names };
    const loop = (await measure(() => loopKubectl(context))) / LOOP;
    await clear(context);
    const bareCreate = await measure(() => sendBare(context, (name) => [read(name), create(name)]));
    await clear(context);
    const ours = await runOurs(context, 'bench-password-1');
    await judge(context, 'bench-password-1');
    const bareUpdate = await measure(() => sendBare(context, (name) => [read(name), patch(name)]));
    const update = await runOurs(context, 'bench-password-2');
    await judge(context, 'bench-password-2');
    console.log(`\n${NAMESPACES} namespaces of a real API server, per namespace`);
    const show = (what, ms) => console.log(`${what.padEnd(34)} ${ms.toFixed(2).padStart(8)} ms`);
    show(`loop of kubectl (${LOOP} of them)`, loop);
    for (const [what, ms] of [
      ['pull-secret --apply, creating', ours.ms],
      ['the same requests bare', bareCreate],
      ['pull-secret --apply, updating', update.ms],
      ['the same requests bare, updating', bareUpdate],
    ])
      show(what, ms / NAMESPACES);
    console.log(`loop of kubectl / pull-secret: ${((loop * NAMESPACES) / ours.ms).toFixed(1)}`);
    console.log(
      `pull-secret / bare requests: ${(ours.ms / bareCreate).toFixed(2)} creating, ${(update.ms / bareUpdate).toFixed(2)} updating`,
    );
    console.log(`resident: ${Math.max(ours.mib, update.mib).toFixed(0)} MiB`);
  } finally {
    await server.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

async function loopKubectl({ directory, KUBECONFIG, names }) {
  const kubectl = findPart('kubectl').path;
  for (const name of names.slice(0, LOOP)) {
    const make = `"${kubectl}" create secret docker-registry ${NAME} -n ${name} --docker-server=${REGISTRY} --docker-username=ci --docker-password=bench --dry-run=client -o yaml`;
    const env = { PATH: process.env.PATH, HOME: directory, KUBECONFIG };
    await run('/bin/sh', ['-c', `${make} | "${kubectl}" apply -f -`], env);
  }
}

/** Whole processes on both sides. */
async function runOurs({ directory, KUBECONFIG }, password) {
  const words = [
    'pull-secret',
    REGISTRY,
    '--namespace-selector',
    'bench=yes',
    '--apply',
    '--verify',
    'none',
    '--timeout',
    '10m',
  ];
  const env = { PATH: process.env.PATH, HOME: directory, KUBECONFIG, DCR_USERNAME: 'ci', DCR_PASSWORD: password };
  let kib = 0;
  const ms = await measure(() =>
    run(process.execPath, ['dist/cli/index.js', ...words], env, '', (pid) => {
      // The peak only grows, so the last look tells it.
      const [, peak = '0'] = /^VmHWM:\s+(\d+)/mu.exec(readStatus(pid)) ?? [];
      kib = Math.max(kib, Number(peak));
    }),
  );
  return { ms, mib: kib / 1024 };
}

function readStatus(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

const secrets = (name) => `/api/v1/namespaces/${name}/secrets`;
const read = (name) => ({ method: 'GET', path: `${secrets(name)}/${NAME}` });
const DATA = { '.dockerconfigjson': Buffer.from('{"auths":{}}').toString('base64') };
const create = (name) => ({
  method: 'POST',
  path: secrets(name),
  body: { metadata: { name: NAME }, type: 'kubernetes.io/dockerconfigjson', data: DATA },
});
const patch = (name) => ({
  method: 'PATCH',
  path: `${secrets(name)}/${NAME}`,
  type: 'application/merge-patch+json',
  body: { data: DATA },
});

function sendBare({ server: { address, authorityFile, tokens }, names }, compose) {
  const lists = Array.from({ length: Math.ceil(names.length / 250) }, () => ({
    method: 'GET',
    path: '/api/v1/namespaces?labelSelector=bench%3Dyes&limit=250',
  }));
  const input = { address, authorityFile, token: tokens.admin, lanes: LANES, items: [lists, ...names.map(compose)] };
  const file = fileURLToPath(new URL('bare-requests.mjs', import.meta.url));
  return run(process.execPath, [file], { PATH: process.env.PATH }, JSON.stringify(input));
}

async function clear({ server, names }) {
  for (const name of names) await server.ask('DELETE', `${secrets(name)}/${NAME}`);
}

/** What was timed has been done. */
async function judge({ server, names }, password) {
  const auth = Buffer.from(`ci:${password}`).toString('base64');
  for (const name of names) {
    const { data } = await server.call('GET', `${secrets(name)}/${NAME}`);
    const { auths } = JSON.parse(Buffer.from(data['.dockerconfigjson'], 'base64').toString());
    if (auths[REGISTRY]?.auth !== auth) throw new Error(`the secret of ${name} was not written`);
  }
}

function run(file, args, env, input = '', watch = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ['pipe', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (text) => (words += text));
    const timer = setInterval(() => watch(child.pid), 10);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve();
      else reject(new Error(`${file} ended with ${code}: ${words.slice(-2000)}`));
    });
    child.stdin.end(input);
  });
}
