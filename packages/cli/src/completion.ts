import type { CommandContract, OptionContract } from '@nexqloud/dcr-core/contract';

/** The completion script of a shell, made of the contract: commands, flags, and the choices of flags and arguments. */
export function renderCompletion(shell: 'bash' | 'zsh' | 'fish', commands: readonly CommandContract[]): string {
  return { bash: renderBash, zsh: renderZsh, fish: renderFish }[shell](commands);
}

/** Every spelling of an option's flag. */
function listFlags(name: string, option: OptionContract): readonly string[] {
  if (option.type === 'secret') return [];
  const negated = option.type === 'flag' && option.negatable === true ? [`--no-${name}`] : [];
  return [`--${name}`, ...negated, ...(option.short === undefined ? [] : [`-${option.short}`])];
}

function renderBash(commands: readonly CommandContract[]): string {
  const names = [...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' ');
  const cases = commands.map((command) => {
    const flags = Object.entries(command.options).flatMap(([option, contract]) => listFlags(option, contract));
    return `    ${command.name}) words='${[...listWords(command), ...flags, '--help'].join(' ')}' ;;`;
  });
  const choices = listChoices(commands).map(([flag, values]) => `    --${flag}) words='${values.join(' ')}' ;;`);
  // Bash breaks --flag=value into three words. File names are left to readline, which knows how to quote them.
  return `_dcr_login() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  COMPREPLY=()
  if [ "$current" = = ]; then
    current=''
  elif [ "$before" = = ]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) words='${commands.map(({ name }) => name).join(' ')}' ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words='${names}'
  case "$before" in
${choices.join('\n')}
    --*-dir | --*-file) compopt -o default 2>/dev/null; return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _dcr_login dcr-login
`;
}

function renderZsh(commands: readonly CommandContract[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quote(summary, 'zsh')}'`);
  const cases = commands.map((command) => {
    const specs = Object.entries(command.options).flatMap(([name, option]) => {
      const repeated = option.type === 'list' ? '*' : '';
      return listFlags(name, option).map((flag) => {
        const joined = option.type !== 'flag' && flag.startsWith('--') ? '=' : '';
        return `'${repeated}${flag}${joined}[${quote(option.help, 'zsh')}]${describeValue(name, option)}'`;
      });
    });
    const words = listWords(command);
    const argument = words.length === 0 ? [] : [`'1:value:(${words.join(' ')})'`];
    return `    ${command.name}) _arguments ${[...specs, ...argument, "'--help[Tell more]'"].join(' ')} ;;`;
  });
  // As a file of fpath, the text is the body of the function that zsh calls; sourced, it only has to be made known.
  return `#compdef dcr-login
_dcr_login() {
  local -a commands=(
${names.join('\n')}
    'help:${quote('Tell more about a command', 'zsh')}'
  )
  if (( CURRENT == 2 )); then
    if [[ "\${words[2]}" == -* ]]; then
      _arguments '--help[Tell more]' '--version[Print the version]'
    else
      _describe command commands
    fi
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
    help) _describe command commands ;;
  esac
}
if [[ "\${funcstack[1]}" == _dcr-login ]]; then
  _dcr_login "$@"
else
  compdef _dcr_login dcr-login
fi
`;
}

function renderFish(commands: readonly CommandContract[]): string {
  const lines = [
    'complete -c dcr-login -f',
    "complete -c dcr-login -l help -d 'Tell more'",
    "complete -c dcr-login -n __fish_use_subcommand -l version -d 'Print the version'",
    "complete -c dcr-login -n __fish_use_subcommand -a help -d 'Tell more about a command'",
    `complete -c dcr-login -n '__fish_seen_subcommand_from help' -a '${commands.map(({ name }) => name).join(' ')}'`,
  ];
  for (const command of commands) {
    const { name, summary, options } = command;
    const here = `complete -c dcr-login -n '__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from help'`;
    lines.push(`complete -c dcr-login -n __fish_use_subcommand -a ${name} -d '${quote(summary, 'fish')}'`);
    const words = listWords(command);
    if (words.length > 0) lines.push(`${here} -a '${words.join(' ')}'`);
    for (const [option, contract] of Object.entries(options)) {
      const values = contract.type === 'choice' ? ` -x -a '${contract.choices.join(' ')}'` : '';
      const takes = contract.type === 'flag' || values !== '' ? values : isPath(option) ? ' -r -F' : ' -x';
      for (const flag of listFlags(option, contract)) {
        const form = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
        lines.push(`${here} ${form}${takes} -d '${quote(contract.help, 'fish')}'`);
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

/** What may stand as an argument, where the contract knows it. */
function listWords({ arguments: words }: CommandContract): readonly string[] {
  return words.flatMap(({ choices = [] }) => choices);
}

function describeValue(name: string, option: OptionContract): string {
  if (option.type === 'flag') return '';
  if (option.type === 'choice') return `:value:(${option.choices.join(' ')})`;
  return isPath(name) ? ':file:_files' : ':value: ';
}

function isPath(name: string): boolean {
  return /-(?:dir|file)$/u.test(name);
}

/** Inside single quotes; zsh reads brackets, colons and backslashes in them as its own. */
function quote(text: string, shell: 'zsh' | 'fish'): string {
  const plain = text.replaceAll("'", '’').replaceAll('\\', ' ');
  return shell === 'fish' ? plain : plain.replace(/[[\]]/gu, ' ').replaceAll(':', '\\:');
}
