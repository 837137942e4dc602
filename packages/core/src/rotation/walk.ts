import type { Fingerprint } from '../credential/fingerprint.ts';
import { DcrError } from '../errors.ts';
import type { Step, StepName } from './law.ts';
import { DONE_STATES, findStep } from './law.ts';
import { fingerprintPair } from './past.ts';
import { runPool } from './pool.ts';
import type { Job, Orders, Run } from './run.ts';
import { canRetire, reportTarget } from './run.ts';
import type { StepItem, StepWork, WalkedStep } from './steps.ts';
import { describeOpening, STEP_WORK } from './steps.ts';

/**
 * Takes these steps, each with its lines in the journal. Ends early, without an error, where targets are left that do not
 * hold the new credential: what follows needs them all. Throws what ends the run.
 */
export async function walkSteps(run: Run, steps: readonly Step[]): Promise<void> {
  const { orders, job } = run;
  for (const step of steps) {
    refuseInterruption(run);
    if (isLeftOut(step, run)) continue;
    announceStep(job, orders, step.step);
    await takeStep(run, step, STEP_WORK[step.step as WalkedStep]);
    refuseInterruption(run);
    if (step.step === 'write' && !isDone(run)) return;
  }
}

export function announceStep({ settings }: Job, { tell }: Orders, step: StepName): void {
  tell({ kind: 'step', credential: settings.name, step, says: findStep(step).says });
}

/** Whether every target that this run is about holds the new credential. */
export function isDone({ targets }: Run): boolean {
  return targets.every(({ state }) => DONE_STATES.has(state) || state === 'skipped');
}

/** Once the plan stands: from here on a run that dies is one that can be resumed. */
export async function openJournal(run: Run): Promise<void> {
  const { journal, ports, past, torn } = run;
  if (past === undefined) return journal.append('opened', describeOpening(run));
  // The end of the torn line, so that what follows stands on one of its own.
  if (torn) await ports.files.apply({ do: 'append', path: journal.path, text: '\n' });
  const added = run.targets.filter(({ index }) => index >= past.ids.length).toSorted((a, b) => a.index - b.index);
  const ids = added.map(({ target }) => target.id);
  return journal.append('resumed', { process: ports.processes.identify()?.pid ?? 0, added: ids });
}

function isLeftOut({ unless }: Step, run: Run): boolean {
  if (unless === undefined) return false;
  return unless === 'shard' ? run.orders.shard !== undefined : !canRetire(run);
}

async function takeStep(run: Run, step: Step, work: StepWork): Promise<void> {
  const list = work.items?.(run) ?? [{}];
  if (step.step !== 'write') {
    for (const item of list) await takeItem(run, step, { work, item });
    return;
  }
  const startedAt = run.ports.clock.now();
  const all = run.targets.filter(({ state }) => state !== 'skipped').length;
  let done = all - list.length;
  await runPool({
    items: list.flatMap((item) => (item.work === undefined ? [] : [{ work: item.work }])),
    target: (item) => item.work.target,
    work: async (item) => {
      await takeItem(run, step, { work, item });
      done += 1;
      const { name: credential } = run.job.settings;
      run.orders.tell({ kind: 'target', credential, target: reportTarget(item.work), done, all, startedAt });
    },
    isStopped: () => run.orders.signal.aborted,
  });
}

async function takeItem(
  run: Run,
  step: Step,
  { work, item }: { readonly work: StepWork; readonly item: StepItem },
): Promise<void> {
  const { act, before, after } = work;
  const { journal } = run;
  const intend = async (): Promise<void> => {
    note(run, step, item);
    const line = before?.(run, item);
    if (line !== undefined) await journal.append(line.kind, line.data);
  };
  const result = await act(run, item, intend).catch(async (thrown: unknown) => {
    const line = thrown instanceof DcrError && thrown.noEffect ? work.refused?.(run) : undefined;
    // Where this line is lost, what was thrown still says more, and the next run tells of an answer that may be lost.
    if (line !== undefined) await journal.append(line.kind, line.data).catch(() => undefined);
    throw thrown;
  });
  // A step without a line ahead of it has nothing to intend.
  if (before === undefined) note(run, step, item);
  const end = after?.(run, item, result ?? undefined);
  if (end !== undefined) await journal.append(end.kind, end.data);
  await audit(run, step, item);
}

/** For the report: what changes something, or asks the registry. */
function note({ effects }: Run, { step, changes, touches }: Step, { work }: StepItem): void {
  if (!changes && touches !== 'registry' && step !== 'wait') return;
  effects.push({ step, ...(work === undefined ? {} : { target: work.target.id }) });
}

async function audit(run: Run, step: Step, { work, name }: StepItem): Promise<void> {
  const { orders, rotation, job, issued, salt } = run;
  if (orders.audit === undefined || !step.changes) return;
  const { name: credential, registry } = job.settings;
  const fingerprint: Fingerprint | null = issued === undefined ? null : fingerprintPair(issued, salt);
  const result = work === undefined ? 'done' : (work.report.error?.code ?? work.state);
  const target = work === undefined ? {} : { target: work.target.id };
  const username = name === undefined ? {} : { username: name };
  await orders.audit.record({
    rotation,
    credential,
    registry,
    effect: step.step,
    ...target,
    ...username,
    fingerprint,
    result,
  });
}

function refuseInterruption(run: Run): void {
  if (run.orders.signal.aborted) throw describeInterruption(run);
}

/** What a signal, or the loss of the lock, left, and how it goes on. */
export function describeInterruption({ job, rotation, issued, past, orders }: Run): DcrError {
  const { name, registry } = job.settings;
  const { reason } = orders.signal as { readonly reason: unknown };
  const lost = reason instanceof DcrError ? reason : undefined;
  const isBegun = issued !== undefined || (past?.generations.length ?? 0) > 0;
  if (lost !== undefined && !isBegun) return lost;
  const what = lost === undefined ? 'was interrupted' : `was stopped, because ${lost.message}`;
  const message = isBegun
    ? `${name} ${what}; rotation ${rotation} goes on with: dcr-login rotate --resume`
    : `${name} ${what} before anything was issued or written`;
  const remedy = isBegun ? {} : { remedy: 'Run it again.' };
  return new DcrError('DCR_ROTATION_INCOMPLETE', { message, registry, ...remedy });
}
