import { COMMANDS } from '@nexqloud/dcr-core/contract';
import { renderTable } from './block.mjs';

const WIDTH = 100;

/** Every help text as a constant: printed before commander is loaded. */
export function renderHelpModule() {
  const pages = [['', renderOverview()], ...COMMANDS.map((command) => [command.name, renderHelp(command)])];
  const entries = pages.map(([name, text]) => `  '${name}': ${JSON.stringify(text)},`);
  return `/** Made by \`npm run generate\` from the contract. */
export const HELP: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
}

export function renderCommandTable() {
  return renderTable(
    ['Command', 'What it does'],
    COMMANDS.map((command) => [`\`${usage(command)}\``, command.summary]),
  );
}

function renderOverview() {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    'dcr-login: one tool for the whole life of a container registry credential',
    '',
    '  dcr-login login dcr.nexqloud.io/acme      log in, prove it, remember how to undo it',
    '  dcr-login verify dcr.nexqloud.io/acme     is this credential right, and for this registry',
    '  dcr-login demo                            see all of it on an embedded registry',
    '',
    'Commands:',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Registry, user and password come from DCR_REGISTRY, DCR_USERNAME and DCR_PASSWORD where no argument says otherwise.',
    'dcr-login COMMAND --help tells more; --version and --debug exist everywhere, NO_COLOR is honoured.',
    '',
  ].join('\n');
}

function renderHelp(command) {
  const rows = [
    ...command.arguments.map(({ name, help }) => [name, help]),
    ...Object.entries(command.options).map(([name, option]) => [flag(name, option), describe(option)]),
  ];
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `${command.summary}.`,
    '',
    ...command.examples.flatMap(({ line, says }) => [`  ${line}`, `      ${says}`]),
    '',
    `Usage: ${usage(command)}`,
    '',
    ...rows.flatMap(([left, right]) => wrap(left.padEnd(width), right, width)),
    ...(command.notes === undefined ? [] : ['', ...command.notes.flatMap((note) => wrap('', note, -2))]),
    '',
  ].join('\n');
}

function usage({ name, arguments: words, options }) {
  const places = words.map(({ name: word, required, repeated }) => {
    const text = word === 'CMD' ? '-- CMD' : word;
    const shown = repeated === true ? `${text}…` : text;
    return required ? shown : `[${shown}]`;
  });
  const flags = Object.keys(options).length > 0 ? ['[OPTIONS]'] : [];
  return ['dcr-login', name, ...flags, ...places].join(' ');
}

function flag(name, option) {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  if (option.type === 'flag') return `${short}--${option.negatable === true ? '[no-]' : ''}${name}`;
  const value = option.type === 'choice' ? option.choices.join('|') : (option.placeholder ?? 'VALUE');
  return `${short}--${name} ${value}`;
}

function describe({ help, default: standard, variable }) {
  const extra = [
    standard === undefined || standard === '0' ? '' : `default ${standard}`,
    variable === undefined ? '' : `or ${variable}`,
  ].filter((part) => part !== '');
  return extra.length === 0 ? help : `${help} (${extra.join('; ')})`;
}

function wrap(left, text, width) {
  const indent = ' '.repeat(width + 4);
  const lines = [];
  let line = left === '' ? '' : `  ${left}  `;
  for (const word of text.split(' ')) {
    if (`${line}${word}`.length > WIDTH && line.trim() !== '' && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
