import { renderTable } from './block.mjs';

const quote = (text) => `'${text.replaceAll("'", "''")}'`;

export function renderActionInputs(action) {
  const blocks = Object.entries(action.inputs).map(([name, input]) => {
    const lines = [`  ${name}:`, `    description: ${quote(describe(input))}`];
    // Nothing is `required`: the runner does not enforce it, and our own message says more.
    if (input.default !== undefined) lines.push(`    default: ${quote(input.default)}`);
    return lines.join('\n');
  });
  return `inputs:\n${blocks.join('\n')}`;
}

export function renderActionOutputs(action) {
  const blocks = Object.entries(action.outputs).map(([name, help]) => `  ${name}:\n    description: ${quote(help)}`);
  return `outputs:\n${blocks.join('\n')}`;
}

export function renderInputTable(action) {
  return renderTable(
    ['Input', 'Default', 'What it does'],
    Object.entries(action.inputs).map(([name, input]) => [
      `\`${name}\``,
      input.default === undefined ? '' : `\`${input.default}\``,
      describe(input),
    ]),
  );
}

export function renderOutputTable(action) {
  return renderTable(
    ['Output', 'What it is'],
    Object.entries(action.outputs).map(([name, help]) => [`\`${name}\``, help]),
  );
}

function describe(input) {
  return input.type === 'choice' ? `${input.help} One of: ${input.choices.join(', ')}.` : input.help;
}
