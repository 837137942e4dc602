import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.ts';
import { installProgram } from './world.ts';

/** How the fake fails, or in which form it stores the login. */
export type DockerManner =
  | 'stores'
  | 'stores and warns'
  | 'stores a token'
  | 'stores nothing'
  | 'stores junk'
  | 'fails silently'
  | 'repeats the password'
  | 'hangs'
  | 'hangs and ignores the request to end'
  | 'leaves a child that holds its pipes'
  | 'is killed';

export interface DockerCall {
  readonly argv: readonly string[];
  /** Of /proc: what any process of this user can read. */
  readonly environ: Readonly<Record<string, string>>;
  /** The configuration that it was started in. */
  readonly config: string;
  /** Undefined as long as it has not been given anything. */
  readonly stdin?: string;
}

/** Behaves as docker's own command line does: the password from stdin, the entry into `$DOCKER_CONFIG/config.json`. */
const SOURCE = `
const fs = require('fs'), path = require('path');
const note = (call) => fs.appendFileSync(path.join(__dirname, 'docker.calls'), JSON.stringify(call) + '\\n');
const file = path.join(process.env.DOCKER_CONFIG, 'config.json');
const environ = Object.fromEntries(
  fs.readFileSync('/proc/self/environ', 'utf8').split('\\0').filter(Boolean).map((line) => line.split(/=(.*)/s)),
);
const call = { argv: process.argv.slice(2), environ, config: fs.readFileSync(file, 'utf8') };
note(call);
const manner = fs.readFileSync(path.join(__dirname, 'docker.manner'), 'utf8');
let stdin = '';
process.stdin.setEncoding('utf8').on('data', (text) => (stdin += text)).on('end', login);
const end = (status, words) => {
  fs.writeSync(2, words);
  process.exit(status);
};
const host = call.argv.at(-1);
function login() {
note({ ...call, stdin });
if (stdin === '') end(1, 'Error: Password Empty');
const auth = Buffer.from(call.argv[2] + ':' + stdin).toString('base64');
const store = (entry) => {
  const config = JSON.parse(call.config);
  fs.writeFileSync(file, JSON.stringify({ ...config, auths: { ...config.auths, [host]: entry } }, undefined, '\\t'));
  fs.writeSync(1, 'Login Succeeded\\n');
};
switch (manner) {
  case 'stores': store({ auth }); break;
  case 'stores and warns': store({ auth }); end(0, 'WARNING! Your credentials are stored unencrypted. 401 denied'); break;
  case 'stores a token': store({ auth: Buffer.from(call.argv[2] + ':').toString('base64'), identitytoken: 'refresh-' + stdin }); break;
  case 'stores nothing': break;
  case 'stores junk': fs.writeFileSync(file, '{"auths":' + stdin); break;
  case 'fails silently': process.exit(1);
  case 'repeats the password': end(1, 'Error: 401 unauthorized for ' + stdin + ' and ' + auth + '\\n::error::' + encodeURIComponent(stdin));
  case 'hangs and ignores the request to end': process.on('SIGTERM', () => {});
  case 'hangs': setInterval(() => {}, 1000); break;
  case 'leaves a child that holds its pipes':
    const child = require('child_process').spawn('/bin/sleep', ['20'], { stdio: 'inherit' });
    fs.writeFileSync(path.join(__dirname, 'docker.child'), String(child.pid));
    break;
  case 'is killed': process.kill(process.pid, 'SIGKILL');
}
}
`;

export interface FakeDocker {
  /** Every time that it was started and, once more, that it was given something. */
  calls(): readonly DockerCall[];
  behave(manner: DockerManner): void;
  /** Ends what it may have left running. */
  stop(): void;
}

export function installDocker(world: World, manner: DockerManner = 'stores'): FakeDocker {
  installProgram(world, 'docker', SOURCE);
  const read = (name: string) => {
    const file = join(world.bin, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const behave = (next: DockerManner) => writeFileSync(join(world.bin, 'docker.manner'), next);
  behave(manner);
  return {
    behave,
    calls: () =>
      read('docker.calls')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as DockerCall),
    stop: () => {
      const pid = Number(read('docker.child'));
      if (pid > 0) process.kill(pid, 'SIGKILL');
    },
  };
}
