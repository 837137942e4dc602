import type { Variable } from './variable.ts';

/** https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/concerns/ci/maskable.rb */
const MASKABLE = /^[a-zA-Z0-9_+=/@:.~-]{8,}$/u;
const MASKABLE_RAW = /^\S{8,}$/u;
/** https://docs.gitlab.com/administration/instance_limits/#number-of-characters-in-cicd-variables is larger; the API says 10,000. */
const VALUE_LIMIT = 10_000;

/** Why a variable with these attributes cannot hold the value, or would give jobs another one. */
export function judgeVariableValue(
  { masked, raw }: Pick<Variable, 'masked' | 'raw'>,
  value: string,
): { readonly message: string; readonly remedy: string } | undefined {
  if ([...value].length > VALUE_LIMIT)
    return { message: `it is longer than 10,000 characters`, remedy: 'Have the issuer give a shorter value.' };
  if (masked && !(raw ? MASKABLE_RAW : MASKABLE).test(value)) {
    const kind = raw ? 'without blanks' : 'of A-Z a-z 0-9 _ + = / @ : . ~ -';
    return {
      message: `the variable is masked, and GitLab masks only a single line of 8 or more characters ${kind}`,
      remedy: raw
        ? 'Have the issuer give a value that GitLab can mask; it is never stored unmasked from here.'
        : 'Switch off "Expand variable reference" for the variable, or have the issuer give a value that GitLab can mask.',
    };
  }
  if (!raw && value.includes('$'))
    return {
      message: 'the variable is expanded, so that jobs would see something else in place of its $',
      remedy: 'Switch off "Expand variable reference" for the variable, then: dcr-login rotate --resume.',
    };
  return undefined;
}
