import path from 'node:path';
import { DcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { Journal } from './journal.ts';
import { describeUnanswered } from './leftover.ts';
import { nameJournal } from './places.ts';
import { readOpenPast } from './recover.ts';
import type { CredentialReport, TargetReport } from './report.ts';
import type { Job, Orders } from './run.ts';

/**
 * Gives up what is not complete: no target is written back, and nothing is retired.
 * Throws `DCR_INPUT_INVALID` where nothing is unfinished.
 */
export async function abortRotation(
  jobs: readonly Job[],
  { shard }: Pick<Orders, 'shard'>,
  ports: Ports,
): Promise<readonly CredentialReport[]> {
  const reports: CredentialReport[] = [];
  for (const job of jobs) {
    const { name, registry } = job.settings;
    const { past, torn } = await readOpenPast(job, shard, ports);
    if (past === undefined) continue;
    const journal = new Journal(path.join(job.directory, nameJournal(past.rotation, shard)), ports);
    if (torn) await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
    await journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: [] });
    await journal.append('ended', { state: 'aborted', opens: 'unknown' });
    const last = past.generations.at(-1);
    reports.push({
      name,
      registry,
      rotation: past.rotation,
      state: 'aborted',
      generation: last?.generation ?? 0,
      username: last?.username ?? null,
      targets: job.targets.map(({ id, type }): TargetReport => {
        const { state = 'pending', check = 'none', error } = past.targets.get(id) ?? {};
        return {
          id,
          type,
          state: state === 'writing' ? 'pending' : state,
          check,
          ...(error === undefined ? {} : { error }),
        };
      }),
      old: null,
      effects: [],
      notes: [
        'targets that are updated keep the new credential; nothing was retired, and both may still be valid',
        ...describeUnanswered(past),
      ],
    });
  }
  if (reports.length > 0) return reports;
  const names = jobs.map(({ settings }) => settings.name).join(', ');
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `there is no unfinished rotation of ${names} to give up`,
    remedy: 'See what is stored where: dcr-login status -f FILE.',
  });
}
