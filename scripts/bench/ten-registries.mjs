// Ten registries in one step beside one, twice: with servers as far away as a network is, and with what ten servers on
// the processors of this machine leave to any client: ten bare `docker login` at once.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { startSandbox } from '../../packages/sandbox/lib/index.js';

/** Round trip between a runner and a registry in the same part of the world. Milliseconds. */
const DISTANCE = 20;

/**
 * Prints medians and their ratio. `command` makes of hosts what logs in to all of them as `credential`, `environment` a new
 * machine for each run.
 */
export async function benchTenRegistries({ rounds, command, makeEnvironment, credential }) {
  const registries = [{ name: 'bench', credentials: [credential] }];
  const sandboxes = await Promise.all(Array.from({ length: 10 }, () => startSandbox({ registries })));
  const relays = await Promise.all(sandboxes.map(({ host }) => startRelay(host)));
  const hosts = relays.map(({ host }) => host);
  const times = { one: [], ten: [] };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, some] of Object.entries({ one: hosts.slice(0, 1), ten: hosts })) {
        const ms = await timeAll([{ ...command(some), environment: makeEnvironment() }]);
        if (round > 0) times[name].push(ms);
      }
    }
  } finally {
    await Promise.all([...relays, ...sandboxes].map((each) => each.close()));
  }
  const [one, ten] = [times.one, times.ten].map(findMedian);
  console.log(`registries ${DISTANCE} ms away: one ${one.toFixed(1)} ms, ten ${ten.toFixed(1)} ms`);
  console.log(`ten registries in one step / one, ${DISTANCE} ms away: ${(ten / one).toFixed(2)} (budget ≤ 2)`);
}

/** Milliseconds until all have ended well. */
export async function timeAll(commands) {
  const start = process.hrtime.bigint();
  await Promise.all(commands.map(run));
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function findMedian(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function run({ file, args, input = '', env = {}, environment }) {
  const child = spawn(file, args, { env: { ...environment, ...env }, stdio: ['pipe', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => (words += chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`${file} ended with ${status}: ${words}`)),
    );
  });
}

/** Passes on what comes, half a round trip later. */
async function startRelay(target) {
  const [address, port] = target.split(':');
  const sockets = new Set();
  const server = net.createServer((near) => {
    const far = net.connect({ host: address, port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (chunk) => setTimeout(() => to.write(chunk), DISTANCE / 2));
      from.on('end', () => setTimeout(() => to.end(), DISTANCE / 2));
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: `127.0.0.1:${server.address().port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
