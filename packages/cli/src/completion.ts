import type { CommandContract, OptionContract } from '@nexqloud/dcr-core/contract';

/** The completion script of a shell, made of the contract: commands, flags, and the choices of a flag. */
export function renderCompletion(shell: 'bash' | 'zsh' | 'fish', commands: readonly CommandContract[]): string {
  return { bash: renderBash, zsh: renderZsh, fish: renderFish }[shell](commands);
}

/** Every spelling of an option's flag. */
export function listFlags(name: string, option: OptionContract): readonly string[] {
  if (option.type === 'secret') return [];
  const negated = option.type === 'flag' && option.negatable === true ? [`--no-${name}`] : [];
  return [`--${name}`, ...negated, ...(option.short === undefined ? [] : [`-${option.short}`])];
}

function renderBash(commands: readonly CommandContract[]): string {
  const cases = commands.map(({ name, options }) => {
    const flags = Object.entries(options).flatMap(([option, contract]) => listFlags(option, contract));
    return `    ${name}) words='${flags.join(' ')}' ;;`;
  });
  const choices = listChoices(commands).map(([flag, values]) => `    --${flag}) words='${values.join(' ')}' ;;`);
  return `_dcr_login() {
  local words='${commands.map(({ name }) => name).join(' ')} --help --version'
  COMPREPLY=()
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${choices.join('\n')}
    --*-dir | --*-file) COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")); return ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words='${commands.map(({ name }) => name).join(' ')} --help --version'
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _dcr_login dcr-login
`;
}

function renderZsh(commands: readonly CommandContract[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quote(summary)}'`);
  const cases = commands.map(({ name, options }) => {
    const specs = Object.entries(options).flatMap(([option, contract]) =>
      listFlags(option, contract).map((flag) => `'${flag}[${quote(contract.help)}]${describeValue(contract)}'`),
    );
    return `    ${name}) _arguments ${specs.join(' ')} ;;`;
  });
  return `#compdef dcr-login
_dcr_login() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _dcr_login dcr-login
`;
}

function renderFish(commands: readonly CommandContract[]): string {
  const lines = ['complete -c dcr-login -f'];
  for (const { name, summary, options } of commands) {
    lines.push(`complete -c dcr-login -n __fish_use_subcommand -a ${name} -d '${quote(summary)}'`);
    for (const [option, contract] of Object.entries(options)) {
      const values = contract.type === 'choice' ? ` -x -a '${contract.choices.join(' ')}'` : '';
      const takes = contract.type === 'flag' || values !== '' ? values : ' -r';
      const help = ` -d '${quote(contract.help)}'`;
      for (const flag of listFlags(option, contract)) {
        const form = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
        lines.push(`complete -c dcr-login -n '__fish_seen_subcommand_from ${name}' ${form}${takes}${help}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Choices of a flag, over all commands that have it. */
function listChoices(commands: readonly CommandContract[]): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, Set<string>>();
  for (const [name, option] of commands.flatMap(({ options }) => Object.entries(options))) {
    if (option.type === 'choice') found.set(name, new Set([...(found.get(name) ?? []), ...option.choices]));
  }
  return [...found].map(([name, values]) => [name, [...values]]);
}

function describeValue(option: OptionContract): string {
  if (option.type === 'flag') return '';
  return option.type === 'choice' ? `:value:(${option.choices.join(' ')})` : ':value:_files';
}

/** Inside single quotes of all three shells, and of zsh's own brackets. */
function quote(text: string): string {
  return text.replace(/['[\]:\\]/gu, (c) => (c === "'" ? '’' : c === ':' ? '\\:' : ' '));
}
