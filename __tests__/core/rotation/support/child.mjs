// A rotation in a process of its own: `node child.mjs`, the order as JSON on stdin, the answer as JSON on stdout.
import fs from 'node:fs';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { rotate } from '../../../../packages/core/lib/index.js';
import { createNodePorts } from '../../../../packages/core/lib/node/index.js';

const { request, die } = JSON.parse(await text(process.stdin));
const end = () => process.kill(process.pid, 'SIGKILL');
const ports = createNodePorts();
let count = 0;

/** Ends this process without a word before, or after, the effect of this number. */
const guard =
  (work) =>
  async (...args) => {
    count += 1;
    const mine = count;
    if (mine === die?.effect && die.when === 'before') end();
    const result = await work(...args);
    if (mine === die?.effect && die.when === 'after') end();
    return result;
  };

/** Ends this process before the system call of this number that changes the disk; a write is done by half. */
function killAtCall() {
  for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'linkSync', 'rmSync', 'openSync', 'fsyncSync']) {
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
const guarded =
  die?.call === undefined
    ? {
        files: { ...ports.files, apply: guard(ports.files.apply) },
        http: { ...ports.http, request: guard(ports.http.request) },
        processes: {
          ...ports.processes,
          start: (spec) => {
            const started = ports.processes.start(spec);
            return { ...started, finish: guard(started.finish) };
          },
        },
      }
    : {};
const steps = [];
const onEvent = (event) => steps.push(event.kind === 'target' ? event.target.id : (event.step ?? 'planned'));
try {
  const { state, error, targets } = await rotate({ ...request, onEvent }, { ...ports, ...guarded });
  fs.writeSync(1, JSON.stringify({ state, code: error?.code, message: error?.message, targets, count, steps }));
} catch (error) {
  fs.writeSync(
    1,
    JSON.stringify({ code: error.code ?? 'NONE', message: `${error.message} ${error.stack}`, count, steps }),
  );
}
