import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { encodeForms } from './encodings.ts';
import type { CanarySecret } from './encodings.ts';
import type { CanaryHit } from './hit.ts';
import { createProcessScanner } from './processes.ts';
import { createFileScanner } from './scan.ts';

/** What the watch hands over; secrets travel through memory only. */
export interface SamplerTask {
  readonly secrets: readonly CanarySecret[];
  readonly roots: readonly string[];
  readonly intervalMs: number;
}

export type SamplerMessage =
  | { readonly kind: 'watching' }
  | { readonly kind: 'done'; readonly hits: readonly CanaryHit[]; readonly sweeps: number };

const task = workerData as SamplerTask;
const forms = task.secrets.flatMap(encodeForms);
const hits = new Map<string, CanaryHit>();
const report = (hit: CanaryHit) => hits.set(JSON.stringify(hit), hit);
const processes = createProcessScanner(forms, report);
const files = createFileScanner(forms, report);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const tell = (message: SamplerMessage) => parentPort?.postMessage(message);

const stopped = new AbortController();
parentPort?.once('message', () => stopped.abort());
let sweeps = 0;
while (!stopped.signal.aborted) {
  processes.sweep();
  for (const root of task.roots) files.sweep(root);
  sweeps += 1;
  if (sweeps === 1) tell({ kind: 'watching' });
  await (task.intervalMs > 0 ? sleep(task.intervalMs) : setImmediate());
}
processes.sweep();
for (const root of task.roots) files.sweep(root);
tell({ kind: 'done', hits: [...hits.values()], sweeps });
