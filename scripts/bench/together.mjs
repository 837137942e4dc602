// Many logins at once, each to a host of its own, into one shared config.json: a process each, or all in one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startSandbox } from '../../packages/sandbox/lib/index.js';

/**
 * Milliseconds until the last of `count` logins has ended, and how many of them the file holds then, for each command:
 * `each` is started once for every host, `all` once.
 */
export async function benchTogether({ count, commands, makeEnvironment, credential }) {
  const { username, password } = credential;
  const registries = [{ name: 'bench', credentials: [{ username, password }] }];
  const sandboxes = await Promise.all(Array.from({ length: count }, () => startSandbox({ registries })));
  try {
    const results = {};
    const hosts = sandboxes.map(({ host }) => host);
    for (const [name, { each, all }] of Object.entries(commands)) {
      const environment = makeEnvironment();
      const start = process.hrtime.bigint();
      await Promise.all((all === undefined ? hosts.map(each) : [all(hosts)]).map((one) => run(one, environment)));
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const file = path.join(environment.HOME, '.docker/config.json');
      const { auths } = JSON.parse(fs.readFileSync(file, 'utf8'));
      results[name] = { ms, stored: sandboxes.filter(({ host }) => auths[host] !== undefined).length };
    }
    return results;
  } finally {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  }
}

/** What becomes of it is counted in the file. */
function run({ file, args, input = '', env = {} }, environment) {
  const child = spawn(file, args, { env: { ...environment, ...env }, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done) => {
    child.once('close', done);
  });
}
