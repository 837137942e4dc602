import type { DcrError, ErrorCode } from '../errors.ts';

export type Level = 'ok' | 'info' | 'warning' | 'error';

/** One line of the report: safe to be pasted into a public issue. */
export interface DoctorFinding {
  readonly level: Level;
  /** Of an error always: the exit status comes from it. */
  readonly code?: ErrorCode;
  /** What was looked at: `dns`, `tls`, `credential`, … */
  readonly subject: string;
  readonly message: string;
  readonly remedy?: string;
}

export function ok(subject: string, message: string): DoctorFinding {
  return { level: 'ok', subject, message };
}

export function info(subject: string, message: string, remedy?: string): DoctorFinding {
  return { level: 'info', subject, message, ...(remedy === undefined ? {} : { remedy }) };
}

export function warn(subject: string, message: string, advice: { remedy: string; code?: ErrorCode }): DoctorFinding {
  return { level: 'warning', subject, message, ...advice };
}

export function fail(subject: string, message: string, advice: { remedy: string; code: ErrorCode }): DoctorFinding {
  return { level: 'error', subject, message, ...advice };
}

/** What a command would have ended with, as a line of the report. */
export function fromError(subject: string, { code, message, remedy }: DcrError): DoctorFinding {
  return { level: 'error', code, subject, message, remedy };
}
