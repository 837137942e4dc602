// Starts everything that local.yml names on free loopback ports, rotates, and looks into every place afterwards.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../../packages/sandbox/lib/index.js';
import { startFakeGithub } from '../../packages/testkit/lib/fakes/github/server.js';
import { startFakeGitlab } from '../../packages/testkit/lib/fakes/gitlab/server.js';
import { startFakeJenkins } from '../../packages/testkit/lib/fakes/jenkins/server.js';
import { findPart } from '../../packages/testkit/lib/real/part.js';
import { startVault } from '../../packages/testkit/lib/real/vault.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const cli = path.join(here, '../../packages/cli/lib/index.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dcr-rotate-'));
const closing = [];

try {
  const sandbox = keep(await startSandbox());
  const github = keep(await startFakeGithub({ tokens: { 'github-token': {} } }));
  const gitlab = keep(await startFakeGitlab({ tokens: { 'gitlab-token': { scopes: ['api'] } } }));
  const jenkins = keep(await startFakeJenkins({ user: 'admin', token: 'jenkins-token' }));
  const vault = 'path' in findPart('vault') ? await startVault({ directory: folder }) : undefined;
  if (vault === undefined) console.log('no Vault here (.ci/run builds one): its target is left out');
  else closing.push(() => vault.stop());
  const [{ reference, username, password }] = sandbox.registries;
  await storeOldOne({ github, gitlab, jenkins, vault });

  const file = path.join(folder, 'dcr-rotate.yml');
  const addresses = {
    REGISTRY: reference,
    SANDBOX: sandbox.url,
    GITHUB: github.apiUrl,
    GITLAB: gitlab.apiUrl,
    JENKINS: jenkins.url,
    VAULT: vault?.address,
  };
  const lines = fs.readFileSync(path.join(here, 'local.yml'), 'utf8').split('\n');
  const used = lines.filter((line) => vault !== undefined || !line.includes('${VAULT}'));
  fs.writeFileSync(
    file,
    used.map((line) => line.replace(/\$\{([A-Z]+)\}/gu, (whole, name) => addresses[name] ?? whole)).join('\n'),
  );
  fs.copyFileSync(path.join(here, 'store-it.sh'), path.join(folder, 'store-it.sh'));
  fs.mkdirSync(path.join(folder, 'docker'));
  fs.writeFileSync(path.join(folder, 'docker/config.json'), '{"auths":{"other.example":{"auth":"b3RoZXI6b3RoZXI="}}}');

  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    DCR_STATE_DIR: path.join(folder, 'state'),
    SANDBOX_TOKEN: sandbox.adminToken,
    GITHUB_TOKEN: 'github-token',
    GITLAB_TOKEN: 'gitlab-token',
    JENKINS_USER: 'admin',
    JENKINS_TOKEN: 'jenkins-token',
    ...(vault === undefined ? {} : { VAULT_TOKEN: vault.rootToken }),
    DCR_USERNAME: username,
    DCR_PASSWORD: password,
  };
  await run(['rotate', '--file', file, '--dry-run'], environment);
  await run(['rotate', '--file', file, '--yes'], environment);
  await run(['status', '--file', file, '--max-age', '90d'], environment);

  const [now] = sandbox.registries;
  const found = await readPlaces({ github, gitlab, jenkins, vault, host: sandbox.host });
  console.log('\nWhat the places hold now:');
  for (const [place, value] of Object.entries(found)) {
    const state =
      value === now.password ? 'the new password' : value === password ? 'STILL THE OLD ONE' : 'SOMETHING ELSE';
    console.log(`  ${place}: ${state}`);
    if (value !== now.password) process.exitCode = 1;
  }
  const live = now.credentials.some((credential) => credential.password === password);
  console.log(`  the old credential: ${live ? 'STILL LIVES' : 'refused by the registry'}`);
  if (live || now.password === password) process.exitCode = 1;
} finally {
  for (const close of closing.toReversed()) await close();
  fs.rmSync(folder, { recursive: true, force: true });
}

function keep(server) {
  closing.push(() => server.close());
  return server;
}

/** What a team has before its first rotation: the old values, with settings of its own that have to stay. */
async function storeOldOne({ github, gitlab, jenkins, vault }) {
  github.state.addRepository('acme/api', { environments: ['prod'] });
  github.state.addOrganization('acme');
  const sharing = { visibility: 'selected', selected: [1296269] };
  const at = Date.parse('2026-01-01T00:00:00Z');
  github.state
    .place('organization acme actions')
    .secrets.set('DCR_PASSWORD', { value: 'old', createdAt: at, updatedAt: at, ...sharing });
  gitlab.state.add('projects', 'acme/api');
  gitlab.state.add('groups', 'acme');
  gitlab.state.setVariable('projects', 'acme/api', {
    key: 'DCR_PASSWORD',
    value: 'old-value',
    protected: true,
    raw: true,
  });
  jenkins.state.addStore('team-a');
  const name = 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl';
  const fields = '<scope>GLOBAL</scope><id>dcr-credentials</id><description>Pushes images</description>';
  const pair = '<username>old</username><password>old</password><usernameSecret>false</usernameSecret>';
  jenkins.state.set('dcr-credentials', `<${name}>${fields}${pair}</${name}>`, { folder: 'team-a' });
  await vault?.call('POST', 'secret/data/dcr/acme', { data: { NOTE: 'owned by platform' } });
}

async function readPlaces({ github, gitlab, jenkins, vault, host }) {
  const secret = (place) => github.state.place(place).secrets.get('DCR_PASSWORD')?.value;
  const variable = (kind, name) =>
    gitlab.state.listVariables(kind, name).find(({ key }) => key === 'DCR_PASSWORD')?.value;
  const xml = jenkins.state.get('dcr-credentials', { folder: 'team-a' });
  const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const { auth = '' } = read('docker/config.json').auths[host] ?? {};
  const kept = await vault?.call('GET', 'secret/data/dcr/acme');
  return {
    'GitHub repository acme/api': secret('acme/api actions'),
    'GitHub environment prod of acme/api': secret('acme/api environment prod'),
    'GitHub Dependabot store of acme/api': secret('acme/api dependabot'),
    'GitHub organization acme': secret('organization acme actions'),
    'GitLab project acme/api': variable('projects', 'acme/api'),
    'GitLab group acme': variable('groups', 'acme'),
    'Jenkins folder team-a': /<password>([^<]*)</u.exec(xml)?.[1],
    'docker/config.json': Buffer.from(auth, 'base64').toString().split(/:(.*)/su)[1],
    'store-it.sh': read('stored.json').password,
    ...(kept === undefined ? {} : { Vault: kept.data.data.DCR_PASSWORD }),
  };
}

/** The stand-ins live in this process, so nothing may block it. */
async function run(words, env) {
  console.log(`\n$ dcr-login ${words.join(' ')}`);
  const child = spawn(process.execPath, [cli, ...words], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) throw new Error(`dcr-login ${words[0]} ended with ${status}`);
}
