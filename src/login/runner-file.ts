import fs from 'node:fs';
import process from 'node:process';

/**
 * Tells the runner names and values, in one of the files that it reads when the step has ended; where it has none, nothing.
 * @actions/core does the same in the other steps. Here loading it, and node:crypto for its delimiters, would take the
 * processor from docker while that logs in: 3 to 5 % of `action, verify none` in `npm run bench`.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#environment-files
 */
export function tellRunner(
  variable: 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_ENV',
  values: Readonly<Record<string, string>>,
): void {
  const file = process.env[variable];
  if (file === undefined || file === '') return;
  const lines = Object.entries(values).map(([name, value]) => `${composeLines(name, value)}\n`);
  if (lines.length > 0) fs.appendFileSync(file, lines.join(''));
}

function composeLines(name: string, value: string): string {
  if (!/[\r\n]/u.test(value)) return `${name}=${value}`;
  let end = 'end';
  while (value.includes(end)) end += '_';
  return `${name}<<${end}\n${value}\n${end}`;
}
