import { DcrError } from '@nexqloud/dcr-core';

/**
 * One assignment as the named shell reads it, whatever characters the value holds.
 * Throws `DCR_INPUT_INVALID` for a line break in a dotenv value, which would begin an assignment of its own.
 */
export function renderAssignment(kind: 'sh' | 'powershell' | 'dotenv', name: string, value: string): string {
  // PowerShell takes typographic quotes for plain ones: about_Quoting_Rules.
  if (kind === 'powershell') return `$env:${name} = '${value.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
  // Neither GitHub, GitLab nor docker's --env-file reads quotes: the value is the rest of the line, whatever it holds.
  if (kind === 'dotenv') return `${name}=${refuseLineBreak(name, value)}`;
  return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
}

function refuseLineBreak(name: string, value: string): string {
  if (!/[\r\n]/u.test(value)) return value;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `the value of ${name} holds a line break, which a dotenv file cannot carry`,
    remedy: 'Name a --config-dir without one.',
  });
}
