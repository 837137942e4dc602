import { ERROR_CODES } from '@nexqloud/dcr-core';
import { VERDICTS } from '../../packages/core/lib/registry/verdict.js';
import { renderTable } from './block.mjs';

const codes = Object.entries(ERROR_CODES);

/** The page that every code has: what it means, how it was found out, what to do. */
export function renderErrorPages() {
  const pages = codes.map(([code, { exit, means, remedy }]) => {
    const found = VERDICTS.filter((row) => row.means === code).map(({ says }) => `- ${says}`);
    const how = found.length === 0 ? [] : ['Seen when:', '', ...new Set(found), ''];
    const special = VERDICTS.filter((row) => row.means === code && row.remedy !== undefined);
    const more = special.map((row) => `When ${row.says}: ${row.remedy}`);
    return [`## ${code}`, '', `Exit status ${exit}. ${means}`, '', ...how, `What to do: ${remedy}`, '', ...more].join(
      '\n',
    );
  });
  return [
    '# Error codes',
    '',
    '<!-- Made by npm run generate from packages/core/src/errors.ts and registry/verdict.ts. -->',
    '',
    'Codes are stable: pipelines may match on them. Every message names the registry, what was asked and the answer.',
    '',
    ...pages,
  ].join('\n');
}

export function renderErrorTable() {
  return renderTable(
    ['Exit', 'Code', 'Meaning'],
    codes.map(([code, { exit, means }]) => [
      exit,
      `[\`${code}\`](packages/core/ERRORS.md#${code.toLowerCase()})`,
      means,
    ]),
  );
}
