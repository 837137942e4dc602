import { join } from 'node:path';
import { requirePart } from './part.ts';
import { findFreePort } from './port.ts';
import { startService } from './service.ts';

/** Whatever it holds is gone with the test: nothing is synced to disk. */
export async function startEtcd(directory: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const [port, peerPort] = [await findFreePort(), await findFreePort()];
  const [address, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`];
  const service = await startService({
    path: requirePart('etcd'),
    arguments: [
      `--data-dir=${join(directory, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=${address}`,
      `--advertise-client-urls=${address}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
    ],
    environment: { HOME: directory },
    logFile: join(directory, 'etcd.log'),
    isReady: (log) => log.includes('ready to serve client requests'),
    deadlineMs: 30_000,
  });
  return { address, stop: () => service.stop() };
}
