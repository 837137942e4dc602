import { LAW, TARGET_LAW } from '../../packages/core/lib/rotation/law.js';
import { renderTable, replaceBlock } from './block.mjs';

/** The tables and the picture of the order, drawn from the table that the engine walks. */
export function renderLawDocument(text) {
  return [
    ['law', renderSteps()],
    ['law diagram', renderDiagram()],
    ['target law', renderTargets()],
  ].reduce((page, [name, content]) => replaceBlock(page, name, content), text);
}

const FAILURES = {
  refused: 'refused: nothing was issued or written',
  target: 'that target is `failed`, the others go on',
  resumable: 'incomplete, `--resume` continues',
};

function renderSteps() {
  return renderTable(
    ['Step', 'What happens', 'Reaches', 'On disk before', 'On disk after', 'If it fails', 'Left out'],
    LAW.map(({ step, says, touches, changes, before = '', after = '', refused, failure, unless = '' }) => [
      `\`${step}\``,
      says,
      `${touches}${changes ? ', and changes it' : ''}`,
      before === '' ? '' : `\`${before}\``,
      after === '' ? '' : `\`${after}\`${refused === undefined ? '' : `, or \`${refused}\` where nothing came of it`}`,
      FAILURES[failure],
      unless === 'shard' ? 'in a shard' : unless === '' ? '' : 'in a shard, or where the issuer cannot retire',
    ]),
  );
}

function renderDiagram() {
  const lines = LAW.map(
    ({ step, from, to, each }) => `  ${from} --> ${to}: ${step}${each === 'once' ? '' : ` each ${each}`}`,
  );
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> idle', ...lines, '  done --> [*]', '```'].join('\n');
}

function renderTargets() {
  return renderTable(
    ['From', 'To', 'When'],
    TARGET_LAW.map(({ from, to, when }) => [`\`${from}\``, `\`${to}\``, when]),
  );
}
