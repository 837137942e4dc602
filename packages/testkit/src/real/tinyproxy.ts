import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { requirePart } from './part.ts';
import { startService } from './service.ts';

export interface Tinyproxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readLog(): string;
  stop(): Promise<void>;
}

/** Tinyproxy on loopback, which tunnels to any port; with a login, to nobody who does not give it. */
export async function startTinyproxy(options: {
  /** An empty directory. */
  readonly directory: string;
  readonly login?: { readonly username: string; readonly password: string };
}): Promise<Tinyproxy> {
  const { directory, login } = options;
  const port = await findPort();
  const configuration = join(directory, 'tinyproxy.conf');
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'LogLevel Connect',
    ...(login === undefined ? [] : [`BasicAuth ${login.username} ${login.password}`]),
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n`, { mode: 0o600 });
  const service = await startService({
    path: requirePart('tinyproxy'),
    arguments: ['-d', '-c', configuration],
    environment: {},
    logFile: join(directory, 'tinyproxy.log'),
    isReady: () => answers(port),
    deadlineMs: 10_000,
  });
  return { host: `127.0.0.1:${port}`, readLog: service.readLog, stop: service.stop };
}

/** Tinyproxy takes no 0 for "any". */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
