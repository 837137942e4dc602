import fs from 'node:fs';
import process from 'node:process';
import { info, setFailed, setOutput, setSecret, summary } from '@actions/core';
import type { RotateRequest } from '@nexqloud/dcr-core';
import { DcrError, planRotation, rotate, toDcrError } from '@nexqloud/dcr-core';
import { keepHeapSmall } from '@nexqloud/dcr-core/heap';
import { createNodePorts } from '@nexqloud/dcr-core/node';
import {
  parsePlan,
  renderPlan,
  renderReportJson,
  renderReportMarkdown,
  renderReportText,
} from '@nexqloud/dcr-core/render';
import { describeEvent } from './events.ts';
import { readRotateInputs } from './inputs.ts';

// The runner asks with SIGINT and ends with SIGKILL ten seconds later: what is in hand is finished, and the journal can be
// resumed. https://docs.github.com/actions/reference/workflow-cancellation-reference
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

try {
  await run();
} catch (thrown) {
  fail(toDcrError(thrown));
}

async function run(): Promise<void> {
  const options = readRotateInputs();
  keepHeapSmall();
  const ports = createNodePorts();
  const { file, credentials, shard, resume, supersede } = options;
  const temporary = process.env['RUNNER_TEMP'] ?? '';
  const stateDir = options['state-dir'] ?? (temporary === '' ? undefined : `${temporary}/dcr-login`);
  const request: RotateRequest = {
    file,
    names: (credentials ?? '').split(/[\s,]+/u).filter((name) => name !== ''),
    mode: supersede === true ? 'supersede' : resume === true ? 'resume' : 'run',
    mask: (forms) => forms.forEach((form) => setSecret(form)),
    onEvent: (event) => info(describeEvent(event)),
    signal: stop.signal,
    ...(options['from-plan'] === undefined ? {} : { plan: readPlan(options['from-plan']) }),
    ...(options['audit-log'] === undefined ? {} : { auditLog: options['audit-log'] }),
    ...(shard === undefined ? {} : { shard }),
    ...(stateDir === undefined ? {} : { stateDir }),
  };
  if (options['dry-run'] === true) {
    const plan = await planRotation(request, ports);
    const lines = renderPlan(plan);
    for (const line of lines) info(line);
    setResult({ rotation: '', state: 'planned', plan });
    return writeSummary(`## Plan of a rotation\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`);
  }
  const report = await rotate(request, ports);
  for (const line of renderReportText(report)) info(line);
  setResult(renderReportJson(report));
  await writeSummary(renderReportMarkdown(report));
  if (report.error !== undefined) fail(report.error);
}

function setResult(result: Readonly<Record<string, unknown>>): void {
  setOutput('rotation', result['rotation']);
  setOutput('state', result['state']);
  setOutput('result', JSON.stringify(result));
}

/** Runners of other makers have no place for it. */
async function writeSummary(markdown: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') await summary.addRaw(markdown).write();
}

function readPlan(file: string): NonNullable<RotateRequest['plan']> {
  try {
    return parsePlan(fs.readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof DcrError) throw cause;
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new DcrError('DCR_INPUT_INVALID', { message: `from-plan ${file} cannot be read (${code})`, cause });
  }
}

function fail({ code, message, remedy }: DcrError): void {
  setFailed(`${code}: ${message}\n→ ${remedy}`);
}
