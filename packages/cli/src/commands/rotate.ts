import fs from 'node:fs';
import type { RotateRequest, RotationPlan } from '@nexqloud/dcr-core';
import { DcrError, planRotation, rotate } from '@nexqloud/dcr-core';
import type { ROTATE } from '@nexqloud/dcr-core/contract';
import { keepHeapSmall } from '@nexqloud/dcr-core/heap';
import { parsePlan, renderPlan, renderReportJson, renderReportText } from '@nexqloud/dcr-core/render';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import { createProgress } from '../rotation/progress.ts';
import { askCredential, confirmPlan } from '../rotation/questions.ts';
import type { Outcome, World } from '../world.ts';

type Options = Invocation<typeof ROTATE>['options'];

export async function runRotate({ words, options, world }: Invocation<typeof ROTATE>): Promise<Outcome> {
  const request = readRequest(words, options, world);
  keepHeapSmall();
  if (options['dry-run'] === true) return describePlan(await planRotation(request, world.ports));
  const progress = createProgress(world);
  const asks = world.terminal ? { ask: (question: Question) => askCredential(question, world) } : {};
  const confirms =
    world.terminal && options.yes !== true && request.mode !== 'abort' ? { confirm: () => confirmPlan(world) } : {};
  try {
    const report = await rotate({ ...request, ...asks, ...confirms, onEvent: progress.show }, world.ports);
    const { error } = report;
    return {
      json: renderReportJson(report),
      text: renderReportText(report),
      ...(error === undefined ? {} : { failure: error }),
    };
  } finally {
    progress.clear();
  }
}

type Question = Parameters<NonNullable<RotateRequest['ask']>>[0];

function describePlan(plan: RotationPlan): Outcome {
  const targets = plan.credentials.flatMap((credential) =>
    credential.targets.map(({ id, type, state }) => ({ id, type, state, check: 'none' })),
  );
  return {
    json: { rotation: null, state: 'planned', targets, plan },
    text: [...renderPlan(plan), 'Nothing was issued or written.'],
  };
}

/** Throws `DCR_INPUT_INVALID` for words that contradict each other. */
function readRequest(words: readonly string[], options: Options, world: World): RotateRequest {
  const { file, shard, 'from-plan': planFile, 'audit-log': auditLog, 'state-dir': stateDir } = options;
  const modes = (['resume', 'supersede', 'abort'] as const).filter((name) => options[name] === true);
  const [mode = 'run'] = modes;
  const clash =
    modes.length > 1
      ? modes.map((name) => `--${name}`)
      : mode === 'abort' && (options['dry-run'] === true || planFile !== undefined)
        ? ['--abort', options['dry-run'] === true ? '--dry-run' : '--from-plan']
        : options['dry-run'] === true && planFile !== undefined
          ? ['--dry-run', '--from-plan']
          : [];
  if (clash.length > 0)
    throw new DcrError('DCR_INPUT_INVALID', { message: `${clash.join(' and ')} contradict each other` });
  return {
    file,
    names: words,
    mode,
    allowRealms: options['allow-realm'],
    signal: world.signal,
    mask: (forms) => maskForRunner(forms, world),
    ...(planFile === undefined ? {} : { plan: readPlan(planFile) }),
    ...(shard === undefined ? {} : { shard }),
    ...(auditLog === undefined ? {} : { auditLog }),
    ...(stateDir === undefined ? {} : { stateDir }),
  };
}

function readPlan(file: string): RotationPlan {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const message = `--from-plan ${file} cannot be read (${code})`;
    throw new DcrError('DCR_INPUT_INVALID', { message, cause: error });
  }
  return parsePlan(text, file);
}
