import type { Attack } from './attack.ts';
import type { Client } from './client.ts';
import type { Facts } from './facts.ts';
import { listFaults } from './facts.ts';

export interface Row {
  readonly attack: Attack;
  /** By client name; undefined: the client never comes so far. */
  readonly facts: Readonly<Record<string, Facts | undefined>>;
}

/** One Markdown table a group, the clients as columns, and what the marks mean. */
export function renderTable(rows: readonly Row[], clients: readonly Client[]): string {
  const groups = [...new Set(rows.map(({ attack }) => attack.group))];
  const head = ['Attack', ...clients.map(({ name }) => name)];
  const tables = groups.map((group) => {
    const lines = rows
      .filter(({ attack }) => attack.group === group)
      .map((row) => [
        `${row.attack.name} ([rule](${row.attack.rule}))`,
        ...clients.map((client) => renderCell(row, client)),
      ]);
    return [`## ${group}`, '', renderLine(head), renderLine(head.map(() => '---')), ...lines.map(renderLine)].join(
      '\n',
    );
  });
  const totals = clients.map(({ name }) => {
    const met = rows.filter(({ facts }) => facts[name] !== undefined);
    const safe = met.filter(({ attack, facts }) => listFaults(attack, facts[name] as Facts).length === 0);
    return `| ${name} | ${met.length} | ${safe.length} |`;
  });
  const summary = ['| Client | Rows | As it should |', '| --- | --- | --- |', ...totals].join('\n');
  return [summary, ...tables].join('\n\n');
}

function renderCell({ attack, facts }: Row, { name }: Client): string {
  const found = facts[name];
  if (found === undefined) return '–';
  const faults = listFaults(attack, found);
  if (faults.length > 0) return `✗ ${faults.join('; ')}`;
  if (attack.verify?.only === true) return found.ended === 'success' ? '✓ goes on unharmed' : '✓ stops';
  if (found.ended !== 'success')
    return attack.must.login === 'succeeds' ? '✓ refuses, though it need not' : '✓ refuses';
  return found.claimed ? '✓ logs in' : '✓ says that nothing is proved';
}

function renderLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
