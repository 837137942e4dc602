/** One assignment as the named shell reads it, whatever characters the value holds. */
export function renderAssignment(kind: 'sh' | 'powershell' | 'dotenv', name: string, value: string): string {
  // PowerShell takes typographic quotes for plain ones: about_Quoting_Rules.
  if (kind === 'powershell') return `$env:${name} = '${value.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
  if (kind === 'dotenv') return `${name}=${value}`;
  return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
}
