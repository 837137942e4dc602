/**
 * Replaces what stands between `generated NAME` and `end NAME` marks, in HTML comments or, with `comment` '#', in YAML.
 * What surrounds the marks is written by hand and stays.
 */
export function replaceBlock(text, name, content, comment = '<!--') {
  const [open, close] = comment === '#' ? ['# ', ''] : ['<!-- ', ' -->'];
  const start = `${open}generated ${name}${close}`;
  const end = `${open}end ${name}${close}`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no block "${name}"`);
  const indent = /[ \t]*$/u.exec(text.slice(0, to))[0];
  return `${text.slice(0, from + start.length)}\n${content}\n${indent}${text.slice(to)}`;
}

/** A Markdown table; pipes in cells are escaped. */
export function renderTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
