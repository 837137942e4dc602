import { getInput } from '@actions/core';
import { readOptions, ROTATE_ACTION } from '@nexqloud/dcr-core/contract';

export type RotateInputs = ReturnType<typeof readOptions<{ options: typeof ROTATE_ACTION.inputs }>>;

/** Throws `DCR_INPUT_INVALID` with every problem at once. */
export function readRotateInputs(): RotateInputs {
  const written = Object.fromEntries(Object.keys(ROTATE_ACTION.inputs).map((name) => [name, getInput(name)]));
  return readOptions({ options: ROTATE_ACTION.inputs }, written, (name) => `input ${name}`);
}
