import process from 'node:process';
import type { DcrError } from '@nexqloud/dcr-core';
import type { Outcome } from './world.ts';

/** One line that says what happened, one that says what to do; each fault of a file has a line of its own. */
export function renderError(error: DcrError): readonly string[] {
  const lines = error.code === 'DCR_CONFIG_INVALID' ? error.message.split('\n') : [error.message];
  const [first = '', ...rest] = lines.map(flatten);
  return [`dcr-login: ${paint(31, error.code)}: ${first}`, ...rest, `  → ${flatten(error.remedy)}`];
}

/** What was given is repeated in messages, and a line break in it would begin a line that a CI system may obey. */
export function flatten(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

export function renderSuccess(command: string, outcome: Outcome): string {
  return JSON.stringify({ ok: true, command, ...outcome.json });
}

/** `found`: what is known in spite of it. */
export function renderFailure(command: string, error: DcrError, found: Outcome['json'] = {}): string {
  const { code, message, remedy, registry, retryAfter } = error;
  return JSON.stringify({ ok: false, command, error: { code, message, remedy, registry, retryAfter }, ...found });
}

/** Colour on a terminal only; `NO_COLOR` turns it off: https://no-color.org */
export function paint(colour: number, text: string): string {
  const plain = process.stderr.isTTY !== true || (process.env['NO_COLOR'] ?? '') !== '';
  return plain ? text : `\u001b[${colour}m${text}\u001b[0m`;
}
