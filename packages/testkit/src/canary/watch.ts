import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CanarySecret } from './encodings.ts';
import type { CanaryHit } from './hit.ts';
import type { SamplerMessage, SamplerTask } from './sampler.ts';

export interface CanaryOptions {
  readonly secrets: readonly CanarySecret[];
  /** Directories whose files are watched too, those that live for a moment included. */
  readonly roots?: readonly string[];
  /** Pause between two sweeps, in milliseconds. Default 1; 0 takes a whole core. */
  readonly intervalMs?: number;
  /** Which hits are no leak, such as the environment of the process that was given the secret there. */
  readonly allow?: (hit: CanaryHit) => boolean;
}

export interface Canary {
  /** Looks once more, ends the watch and returns what was seen and is not allowed. A second call returns the same. */
  stop(): Promise<readonly CanaryHit[]>;
}

/**
 * Watches the arguments and the environment of every process of this machine, but for those of tests that run beside this
 * one, again and again, and the files below `roots`; returns when the first sweep is done. The sweeps run on a thread of their own, so that a busy test does not
 * hold them up. A process or file is seen if it lives longer than a sweep takes (some milliseconds).
 */
export async function startCanary(options: CanaryOptions): Promise<Canary> {
  const { secrets, roots = [], intervalMs = 1, allow = () => false } = options;
  const workerData: SamplerTask = { secrets, roots, intervalMs };
  const worker = new Worker(fileURLToPath(new URL('./sampler.js', import.meta.url)), { workerData });
  await once(worker, 'message');
  // A watch that a failed test never ended must not keep the process alive.
  worker.unref();
  let failure: unknown;
  worker.once('error', (error) => (failure = error));
  let hits: Promise<readonly CanaryHit[]> | undefined;
  const finish = async () => {
    if (failure !== undefined) throw failure;
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage('stop');
    const [message] = (await once(worker, 'message')) as [SamplerMessage];
    await worker.terminate();
    return message.kind === 'done' ? message.hits.filter((hit) => !allow(hit)) : [];
  };
  return { stop: () => (hits ??= finish()) };
}
