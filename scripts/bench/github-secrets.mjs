// What most people do today, a loop of `gh secret set`, against our writes to the same secrets of the same fake GitHub.
// gh speaks https only: the fake has a certificate of its own, known to gh by SSL_CERT_FILE and to node by
// NODE_EXTRA_CA_CERTS. Neither side is paced: a real GitHub allows about 80 writes a minute to both. Ours looks first, and
// checks afterwards what GitHub tells; gh does neither.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startFakeGithub } from '../../packages/testkit/lib/fakes/github/server.js';
import { createSelfSignedCertificate } from '../../packages/testkit/lib/real/certificate.js';
import { findPart } from '../../packages/testkit/lib/real/part.js';

const REPOSITORIES = Number(process.env.DCR_BENCH_TARGETS ?? 30);
const VALUES = { DCR_REGISTRY: 'dcr.nexqloud.io/acme', DCR_USERNAME: 'ci', DCR_PASSWORD: 'bench-password-1' };

export async function benchGithubSecrets() {
  const gh = findPart('gh');
  if ('missing' in gh) throw new Error(`bench needs ${gh.missing}`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-bench-'));
  const { key, certificate } = createSelfSignedCertificate({ commonName: 'localhost', addresses: ['127.0.0.1'] });
  const ca = path.join(folder, 'ca.pem');
  fs.writeFileSync(ca, certificate);
  const tls = { key: key.export({ type: 'pkcs8', format: 'pem' }), cert: certificate };
  const github = await startFakeGithub({ tokens: { bench: {} }, prefix: '/api/v3', tls });
  try {
    const names = Array.from({ length: REPOSITORIES }, (_, i) => `acme/service-${i}`);
    const base = { PATH: process.env.PATH, HOME: folder };
    const host = new URL(github.url).host;
    const loop = await measure(github, names, async () => {
      for (const repository of names)
        for (const [name, value] of Object.entries(VALUES)) {
          const args = ['secret', 'set', name, '--repo', `${host}/${repository}`];
          const env = { ...base, GH_ENTERPRISE_TOKEN: 'bench', GH_HOST: host, SSL_CERT_FILE: ca };
          await run(gh.path, args, env, value);
        }
    });
    const writer = fileURLToPath(new URL('write-secrets.mjs', import.meta.url));
    const input = JSON.stringify({ apiUrl: github.apiUrl, names, values: VALUES });
    const ours = await measure(github, names, () =>
      run(process.execPath, [writer], { ...base, GITHUB_TOKEN: 'bench', NODE_EXTRA_CA_CERTS: ca }, input),
    );
    console.log(
      `\n${REPOSITORIES} repositories × ${Object.keys(VALUES).length} secrets, one after the other, no pauses`,
    );
    for (const [name, { ms, requests }] of [
      ['loop of gh secret set', loop],
      ['github-secret targets', ours],
    ])
      console.log(`${name.padEnd(24)} ${ms.toFixed(0).padStart(8)} ms, ${requests} requests`);
    console.log(`github-secret targets / loop of gh secret set: ${(ours.ms / loop.ms).toFixed(2)}`);
  } finally {
    await github.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(github, names, work) {
  for (const name of names) {
    github.state.addRepository(name);
    github.state.place(`${name} actions`).secrets.clear();
  }
  github.clearJournal();
  const start = process.hrtime.bigint();
  await work();
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  for (const name of names)
    for (const [secret, value] of Object.entries(VALUES))
      if (github.state.place(`${name} actions`).secrets.get(secret)?.value !== value)
        throw new Error(`${secret} of ${name} was not written`);
  if (github.problems().length > 0) throw new Error(github.problems().join('\n'));
  return { ms, requests: github.journal.length };
}

/** The fake lives in this process, so nothing may block it. */
function run(file, args, env, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ['pipe', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (text) => (words += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}: ${words}`))));
    child.stdin.end(input);
  });
}
