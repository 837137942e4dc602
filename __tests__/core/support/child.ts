import { fileURLToPath } from 'node:url';
import { runCommand } from '@nexqloud/dcr-testkit';

const SCRIPT = fileURLToPath(new URL('child.mjs', import.meta.url));

export interface ChildOrder {
  readonly what: 'login' | 'logout';
  readonly requests: readonly unknown[];
  readonly die?: { readonly effect: number; readonly when: 'before' | 'after' } | { readonly call: number };
}

export interface ChildAnswer {
  readonly id?: string;
  readonly closed?: readonly string[];
  readonly code?: string;
  readonly message?: string;
}

/** Logs in or out in a process of its own, which may be ordered to end in the middle: then there are no answers. */
export async function runChild(
  order: ChildOrder,
  environment: Readonly<Record<string, string>>,
  options: { readonly asNobody?: boolean } = {},
): Promise<{ readonly answers: readonly ChildAnswer[]; readonly count: number } | undefined> {
  const nobody = options.asNobody === true && process.getuid?.() === 0 ? { DCR_TEST_USER: '65534' } : {};
  const result = await runCommand({
    path: process.execPath,
    arguments: [SCRIPT],
    environment: { ...environment, ...nobody },
    input: JSON.stringify(order),
  });
  if (result.stdout === '') {
    if (result.exitCode !== 137) throw new Error(`the child said nothing: ${result.stderr}`);
    return undefined;
  }
  return JSON.parse(result.stdout) as { answers: ChildAnswer[]; count: number };
}
