import { DcrError } from '@nexqloud/dcr-core';
import type { COMPLETION } from '@nexqloud/dcr-core/contract';
import { COMMANDS } from '@nexqloud/dcr-core/contract';
import { renderCompletion } from '../completion.ts';
import type { Invocation } from '../program.ts';
import type { Outcome } from '../world.ts';

export async function runCompletion({ words }: Invocation<typeof COMPLETION>): Promise<Outcome> {
  const [shell] = words;
  if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish') {
    throw new DcrError('DCR_INPUT_INVALID', {
      message: `there is no completion for "${shell}"; there is for bash, zsh and fish`,
    });
  }
  const script = renderCompletion(shell, COMMANDS);
  return { json: { shell, script }, text: [], output: script };
}
