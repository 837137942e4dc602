import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runCommand } from '../real/command.ts';
import { PASSWORD } from './attack.ts';
import type { Attack } from './attack.ts';
import type { Client } from './client.ts';
import type { ClientResult, Facts } from './facts.ts';
import { CLIENT_LIMIT_MS, gatherFacts } from './facts.ts';
import type { Identities } from './identity.ts';
import { startStage } from './stage.ts';

export interface ClientRun {
  readonly attack: Attack;
  readonly client: Client;
  readonly home: string;
  readonly proxy: string;
}

export interface Encounter {
  readonly facts: Facts;
  readonly output: string;
}

/** One client, once, against one attack, in a home of its own that is gone afterwards. */
export async function runClient(run: ClientRun, identities: Identities): Promise<Encounter> {
  const { attack, client, home, proxy } = run;
  const stage = await startStage(attack, identities);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  try {
    const place = { registry: stage.places.registry, home, proxy, trustFile: identities.trustFile };
    const result = await finish(client, client.command(place, attack));
    return { facts: gatherFacts(result, stage, home, attack), output: result.output };
  } finally {
    await stage.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function finish(client: Client, command: ReturnType<Client['command']>): Promise<ClientResult> {
  const memory = watchMemory();
  try {
    const { exitCode, output } = await runCommand({
      ...command,
      input: `${PASSWORD}\n`,
      deadlineMs: CLIENT_LIMIT_MS,
      onStart: memory.start,
    });
    const ended = exitCode === 0 ? 'success' : 'failure';
    return { ended, claimed: ended === 'success' && client.claims(output), output, memory: memory.stop() };
  } catch (error) {
    return { ended: 'never', claimed: false, output: (error as Error).message, memory: memory.stop() };
  }
}

/** The kernel keeps the peak (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html); it is read while the process lives. */
function watchMemory(): { start: (pid: number) => void; stop: () => number } {
  let peak = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    start: (pid) => {
      timer = setInterval(() => {
        peak = Math.max(peak, readPeak(pid));
      }, 20);
    },
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}

function readPeak(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
