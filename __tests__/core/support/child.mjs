// A process of its own: `node child.mjs`, the order as JSON on stdin, the answers as JSON on stdout.
import fs from 'node:fs';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { loginAll, logout } from '../../../packages/core/lib/index.js';
import { createNodePorts } from '../../../packages/core/lib/node/index.js';

// What was loaded is readable to root only on some machines; from here on, the rights are those of another user.
const user = process.env['DCR_TEST_USER'];
if (user !== undefined) {
  process.setgid(Number(user));
  process.setuid(Number(user));
}
const { what, requests, die } = JSON.parse(await text(process.stdin));
const end = () => process.kill(process.pid, 'SIGKILL');
const ports = createNodePorts();
let count = 0;

/** Ends this process without a word before, or after, the effect of this number. */
function killAtEffect(files) {
  const apply = async (effect) => {
    count += 1;
    if (count === die.effect && die.when === 'before') end();
    await files.apply(effect);
    if (count === die.effect && die.when === 'after') end();
  };
  return { ...files, apply };
}

/** Ends this process before the system call of this number that changes the disk; a write is done by half. */
function killAtCall() {
  for (const name of [
    'mkdirSync',
    'writeFileSync',
    'renameSync',
    'symlinkSync',
    'linkSync',
    'rmSync',
    'openSync',
    'fsyncSync',
  ]) {
    const call = fs[name];
    fs[name] = (...args) => {
      count += 1;
      if (count === die.call) {
        if (name === 'writeFileSync') call(args[0], args[1].slice(0, args[1].length / 2), args[2]);
        end();
      }
      return call(...args);
    };
  }
}

if (die?.call !== undefined) killAtCall();
const files = die?.effect === undefined ? ports.files : killAtEffect(ports.files);
const run = async (request) => {
  try {
    if (what === 'logout')
      return { closed: (await logout(request, { ...ports, files })).map(({ outcome }) => outcome) };
    const { registry, credential, ...rest } = request;
    const several = rest.registries === undefined ? { ...rest, registries: [{ registry, credential }] } : rest;
    const sessions = await loginAll(several, { ...ports, files });
    return { id: sessions[0].id, notes: sessions.flatMap(({ notes }) => notes) };
  } catch (error) {
    return { code: error.code ?? 'NONE', message: `${error.message}`, stack: error.stack };
  }
};
const answers = await Promise.all(requests.map(run));
fs.writeSync(1, JSON.stringify({ answers, count }));
