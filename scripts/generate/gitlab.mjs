import fs from 'node:fs';
import { GITLAB } from '../../packages/core/lib/contract/gitlab.js';
import { renderTable } from './block.mjs';

export const COMPONENTS = Object.keys(GITLAB);

const TYPES = { text: 'string', choice: 'string', flag: 'boolean', number: 'number' };
const quote = (text) => `'${text.replaceAll("'", "''")}'`;

/** `spec.inputs` of a component. */
export function renderComponentInputs(name) {
  const inputs = Object.entries(GITLAB[name].inputs).flatMap(([input, option]) => [
    `    ${input}:`,
    `      description: ${quote(option.help)}`,
    ...(TYPES[option.type] === 'string' ? [] : [`      type: ${TYPES[option.type]}`]),
    ...(option.type === 'choice' ? [`      options: [${option.choices.map(quote).join(', ')}]`] : []),
    ...(option.pattern === undefined ? [] : [`      regex: ${quote(option.pattern)}`]),
    `      default: ${option.type === 'flag' ? option.default : quote(option.default)}`,
  ]);
  return ['  inputs:', ...inputs].join('\n');
}

/** The variables through which a component hands its inputs to the shell: never pasted into a script. */
export function renderComponentVariables(name) {
  const shown = Object.keys(GITLAB[name].inputs).filter((input) => !['job-name', 'stage', 'image'].includes(input));
  return shown
    .flatMap((input) => [
      `    DCR_INPUT_${input.toUpperCase().replaceAll('-', '_')}:`,
      // A whole value keeps its type, and a variable must not be a boolean: in a text it is text.
      `      value: ${GITLAB[name].inputs[input].type === 'flag' ? `${input}=` : ''}$[[ inputs.${input} ]]`,
      '      expand: false',
    ])
    .join('\n');
}

/** The function of dcr-login.sh without its comments and without its last line, which calls it. */
export function renderInlinedShell(indent) {
  const lines = fs.readFileSync('packages/shell/dcr-login.sh', 'utf8').trimEnd().split('\n');
  return lines
    .slice(0, -1)
    .filter((line) => !/^\s*#/u.test(line) && line !== '')
    .map((line) => indent + line)
    .join('\n');
}

/** How a Node image calls the command line of exactly this version. */
export function renderComponentCli(indent, version) {
  return [
    'dcr_cli() {',
    '  if command -v dcr-login >/dev/null; then dcr-login "$@"; else',
    `    npx --yes @nexqloud/dcr-login@${version} "$@"`,
    '  fi',
    '}',
  ]
    .map((line) => indent + line)
    .join('\n');
}

export function renderComponentTable() {
  return renderTable(
    ['Component', 'Input', 'Default', 'What it does'],
    Object.values(GITLAB).flatMap(({ name, inputs }) =>
      Object.entries(inputs).map(([input, option]) => [
        `\`${name}\``,
        `\`${input}\``,
        option.default === '' ? '' : `\`${option.default}\``,
        option.type === 'choice' ? `${option.help} One of: ${option.choices.join(', ')}.` : option.help,
      ]),
    ),
  );
}
