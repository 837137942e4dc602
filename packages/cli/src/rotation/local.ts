import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Ports } from '@nexqloud/dcr-core';
import { DcrError, rotate } from '@nexqloud/dcr-core';
import type { Sandbox } from '@nexqloud/dcr-sandbox';

/** A program that stores what it gets, as a team's own script would. */
const STORE_IT = `let text = '';
process.stdin.on('data', (part) => (text += part));
process.stdin.on('end', () => require('node:fs').writeFileSync(process.argv[2], text, { mode: 0o600 }));
`;

interface LocalRotation {
  readonly directory: string;
  readonly ports: Ports;
  readonly signal: AbortSignal;
}

/**
 * The real engine on the sandbox: its administration is the issuer, two docker configurations and a program are the
 * places. Gives the credential that stands in them afterwards.
 */
export async function rotateLocally(
  sandbox: Sandbox,
  { directory, ports, signal }: LocalRotation,
): Promise<{ readonly report: string; readonly fresh: { readonly username: string; readonly password: string } }> {
  const [registry] = sandbox.registries;
  if (registry === undefined) throw new Error('the sandbox has a registry');
  const home = path.join(directory, 'rotation');
  fs.mkdirSync(home, { mode: 0o700 });
  const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64');
  const old = `${JSON.stringify({ auths: { [sandbox.host]: { auth } } }, undefined, 2)}\n`;
  for (const name of ['laptop', 'builder']) {
    fs.mkdirSync(path.join(home, name));
    fs.writeFileSync(path.join(home, name, 'config.json'), old, { mode: 0o600 });
  }
  fs.writeFileSync(path.join(home, 'store-it.cjs'), STORE_IT);
  const stored = path.join(home, 'stored.json');
  fs.writeFileSync(path.join(home, 'dcr-rotate.yml'), JSON.stringify(describeFile(sandbox, registry, stored)));
  const variables = { ...ports.environment.variables, DCR_SANDBOX_ADMIN: sandbox.adminToken };
  const environment = { ...ports.environment, variables, workingDirectory: home };
  const result = await rotate({ signal }, { ...ports, environment });
  if (result.error !== undefined) throw result.error;
  const { username, password } = JSON.parse(fs.readFileSync(stored, 'utf8')) as { username: string; password: string };
  fs.rmSync(home, { recursive: true });
  const opens = result.credentials[0]?.old?.opens;
  if (opens !== 'no') throw new DcrError('DCR_INTERNAL', { message: 'the sandbox still takes the old credential' });
  return { report: `${result.targets.length} places updated, each checked`, fresh: { username, password } };
}

/** JSON is YAML. */
function describeFile({ url }: Sandbox, { name, reference }: Sandbox['registries'][number], stored: string): unknown {
  const service = `${url}/sandbox/registries/${name}/credentials`;
  const tokenEnv = 'DCR_SANDBOX_ADMIN';
  const issuer = {
    type: 'http',
    url: service,
    tokenEnv,
    retire: { url: `${service}/{username}`, method: 'DELETE', tokenEnv },
  };
  const targets = [
    { type: 'docker-config', path: 'laptop/config.json' },
    { type: 'docker-config', path: 'builder/config.json' },
    { type: 'exec', command: [process.execPath, path.join(path.dirname(stored), 'store-it.cjs'), stored] },
  ];
  return { version: 1, credentials: [{ name: 'demo', registry: reference, issuer, targets }] };
}
