/** Where an option can be given: as a flag of the CLI, as an input of the GitHub Action or of a GitLab component. */
export type Surface = 'cli' | 'action' | 'gitlab';

interface OptionBase {
  readonly help: string;
  /** One letter, for flags that docker has too. */
  readonly short?: string;
  /** Environment variable that is read when the flag is not given. */
  readonly variable?: string;
  /** As a user would write it. */
  readonly default?: string;
  /** What the value stands for in help texts. */
  readonly placeholder?: string;
  readonly surfaces: readonly Surface[];
  /** What the whole value must match, in RE2; GitLab checks it before a pipeline starts. */
  readonly pattern?: string;
}

export type OptionContract =
  | (OptionBase & { readonly type: 'text' | 'list' })
  | (OptionBase & { readonly type: 'choice'; readonly choices: readonly string[] })
  /** `negatable`: there is a `--no-` form. Without a default the command decides. */
  | (OptionBase & { readonly type: 'flag'; readonly negatable?: true })
  /** Whole number, 0 or more. */
  | (OptionBase & { readonly type: 'number' })
  /** `60s`, `15m`, `90d`; a bare number is seconds. Read as milliseconds. `compared`: never waited for, so of any length. */
  | (OptionBase & { readonly type: 'duration'; readonly compared?: true })
  /** Never a flag of its own and never printed: `DCR_PASSWORD`, or an input bound to a secret. */
  | (OptionBase & { readonly type: 'secret' });

export interface ArgumentContract {
  readonly name: string;
  readonly help: string;
  readonly required: boolean;
  readonly repeated?: true;
  readonly choices?: readonly string[];
}

/** Everything that is public about one command; flags, inputs, help and tables are made of it. */
export interface CommandContract {
  readonly name: string;
  readonly summary: string;
  /** Shown first in `--help`: what people paste. */
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  readonly arguments: readonly ArgumentContract[];
  readonly options: Readonly<Record<string, OptionContract>>;
  /** What else `--help` must say. */
  readonly notes?: readonly string[];
}

type ValueOf<O extends OptionContract> = O extends { type: 'flag' }
  ? boolean
  : O extends { type: 'number' | 'duration' }
    ? number
    : O extends { type: 'list' }
      ? readonly string[]
      : O extends { type: 'choice'; choices: readonly (infer C)[] }
        ? C
        : string;

/** The values of a command's options: certain where the contract has a default. */
export type OptionValues<C extends CommandContract> = {
  readonly [K in keyof C['options']]: C['options'][K] extends { default: string } | { type: 'list' }
    ? ValueOf<C['options'][K]>
    : ValueOf<C['options'][K]> | undefined;
};
