import type { CommandContract, OptionContract, OptionValues } from '../contract/command.ts';
import { DcrError } from '../errors.ts';
import { parseDuration } from './duration.ts';

/** What was written for an option: text of a flag, input or variable; a flag may also just be there. */
export type Written = string | boolean | readonly string[] | undefined;

/** The longest time that a timer can be set to: 2³¹ − 1 ms, about 24 days. */
const LONGEST = 2 ** 31 - 1;

/**
 * Typed values of a command's options from what was written, defaults filled in. Every problem is told at once.
 * Throws `DCR_INPUT_INVALID`. No value of a secret is ever repeated.
 */
export function readOptions<C extends Pick<CommandContract, 'options'>>(
  contract: C,
  written: Readonly<Record<string, Written>>,
  spell: (name: string) => string = (name) => `--${name}`,
): OptionValues<C & CommandContract> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, option] of Object.entries(contract.options)) {
    const given = written[name];
    const text = given === undefined || given === '' ? option.default : given;
    const value = text === undefined ? (option.type === 'list' ? [] : undefined) : readValue(option, text);
    if (value instanceof Problem) problems.push(`${spell(name)} ${value.says}`);
    else values[name] = value;
  }
  if (problems.length > 0) throw new DcrError('DCR_INPUT_INVALID', { message: problems.join('; ') });
  return values as OptionValues<C & CommandContract>;
}

class Problem {
  readonly says: string;

  constructor(says: string) {
    this.says = says;
  }
}

function readValue(option: OptionContract, given: Exclude<Written, undefined>): unknown {
  if (option.type === 'list') return typeof given === 'string' ? given.split(',').map((part) => part.trim()) : given;
  if (option.type === 'flag') return readFlag(given);
  if (typeof given !== 'string') return new Problem('needs a value');
  switch (option.type) {
    case 'choice':
      return option.choices.includes(given)
        ? given
        : new Problem(`is "${given}", must be one of ${option.choices.join(', ')}`);
    case 'number':
      return /^\d{1,6}$/u.test(given) ? Number(given) : new Problem(`is "${given}", must be a whole number, 0 or more`);
    case 'duration': {
      const time = parseDuration(given);
      if (time === undefined) return new Problem(`is "${given}", must be a time such as 60s, 15m or 90d`);
      if (option.compared === true) return time;
      return time > 0 && time <= LONGEST ? time : new Problem(`is "${given}", must be more than 0 and at most 24d`);
    }
    default:
      return given;
  }
}

function readFlag(given: Exclude<Written, undefined>): boolean | Problem {
  if (typeof given === 'boolean') return given;
  // The spellings of YAML 1.2 that GitHub's own toolkit accepts.
  if (given === 'true' || given === 'True' || given === 'TRUE') return true;
  if (given === 'false' || given === 'False' || given === 'FALSE') return false;
  return new Problem('must be true or false');
}
