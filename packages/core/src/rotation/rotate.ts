import { DcrError, toDcrError } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { abortRotation } from './abort.ts';
import { decidePlan } from './decide.ts';
import { sliceLaw } from './law.ts';
import { loadJobs } from './load.ts';
import type { Locked } from './lock.ts';
import { lockAll } from './lock.ts';
import type { RotateRequest } from './orders.ts';
import { fitOrders, readOrders } from './orders.ts';
import { tidyJournals } from './places.ts';
import type { RotationPlan } from './plan.ts';
import { recoverRun } from './recover.ts';
import type { CredentialReport, RotationReport } from './report.ts';
import { joinReports, reportRun } from './report.ts';
import type { Job, Orders, Run } from './run.ts';
import { announceStep, describeInterruption, isDone, openJournal, walkSteps } from './walk.ts';

/** The run behind `rotate` and `planRotation`. */
export async function runRotation(
  request: RotateRequest,
  { dryRun }: { readonly dryRun: boolean },
  ports: Ports,
): Promise<RotationReport> {
  const { file = 'dcr-rotate.yml', stateDir } = request;
  const jobs = await loadJobs({ file, names: chooseNames(request), stateDir }, ports);
  return rotateJobs(jobs, { request, dryRun }, ports);
}

/** The same for credentials whose targets and issuers are built already. */
export async function rotateJobs(
  jobs: readonly Job[],
  { request, dryRun }: { readonly request: RotateRequest; readonly dryRun: boolean },
  ports: Ports,
): Promise<RotationReport> {
  const ordered = fitOrders(readOrders(request, ports, dryRun), jobs, ports);
  const work = async ({ orders, notes }: Locked): Promise<RotationReport> => {
    if (request.mode === 'abort') return joinReports(await abortRotation(jobs, orders, ports));
    const runs = await recoverAll(jobs, orders, ports);
    for (const run of runs) run.notes.push(...(notes.get(run.job) ?? []));
    for (const run of runs) await prepareRun(run, request.plan);
    const plan: RotationPlan = { version: 1, credentials: runs.flatMap((run) => run.plan ?? []) };
    if (dryRun) {
      const reports = runs.map((run) => reportRun(run));
      return joinReports(reports, plan);
    }
    orders.tell({ kind: 'plan', plan });
    if (request.confirm !== undefined && !(await request.confirm(plan)))
      throw new DcrError('DCR_INPUT_INVALID', {
        message: 'the plan was not confirmed; nothing was issued or written',
        remedy: 'Run it again and answer yes, or with --yes.',
      });
    const reports: CredentialReport[] = [];
    // One that fails does not keep the next from its turn; an interruption stops them all.
    for (const run of runs) reports.push(await finishRun(run));
    return joinReports(reports);
  };
  const unlocked = { orders: ordered, notes: new Map() };
  return dryRun ? work(unlocked) : lockAll(jobs, unlocked, { ports, work });
}

/** A plan is run as a whole where nothing is named. */
function chooseNames({ names = [], plan }: RotateRequest): readonly string[] {
  return names.length > 0 || plan === undefined ? names : plan.credentials.map(({ name }) => name);
}

/** With several credentials, those that have nothing to resume are passed over. */
async function recoverAll(jobs: readonly Job[], orders: Orders, ports: Ports): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const refusals: unknown[] = [];
  for (const job of jobs) {
    announceStep(job, orders, 'recover');
    try {
      runs.push(await recoverRun(job, orders, ports));
    } catch (error) {
      const isIdle = orders.mode !== 'run' && toDcrError(error).code === 'DCR_INPUT_INVALID';
      if (!isIdle) throw error;
      refusals.push(error);
    }
  }
  if (runs.length === 0 && refusals.length > 0) throw refusals[0];
  return runs;
}

async function prepareRun(run: Run, plan: RotationPlan | undefined): Promise<void> {
  const { name } = run.job.settings;
  await walkSteps(run, sliceLaw('inspect', 'inspect'));
  announceStep(run.job, run.orders, 'plan');
  const expected = plan?.credentials.find((one) => one.name === name) ?? 'missing';
  decidePlan(run, plan === undefined ? undefined : expected);
}

async function finishRun(run: Run): Promise<CredentialReport> {
  const { job, orders, ports } = run;
  try {
    await openJournal(run);
    await walkSteps(run, sliceLaw(run.settled ? 'wait' : 'issue', 'finish'));
    if (isDone(run) && orders.shard === undefined) await tidyJournals(job.directory, ports);
    return reportRun(run);
  } catch (thrown) {
    // Whatever an interruption broke off, such as a prompt, is told as what it is.
    return reportRun(run, orders.signal.aborted ? describeInterruption(run) : toDcrError(thrown));
  }
}
