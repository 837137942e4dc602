import type { CommandContract } from './command.ts';
import { COMPLETION } from './completion.ts';
import { DEMO } from './demo.ts';
import { DOCTOR } from './doctor.ts';
import { EXEC } from './exec.ts';
import { LOGIN } from './login.ts';
import { LOGOUT } from './logout.ts';
import { PULL_SECRET } from './pull-secret.ts';
import { ROTATE } from './rotate.ts';
import { SANDBOX } from './sandbox.ts';
import { STATUS } from './status.ts';
import { VERIFY } from './verify.ts';

export { ACTION } from './action.ts';
export { ROTATE_ACTION } from './rotate-action.ts';
export type { CommandContract, OptionContract, OptionValues } from './command.ts';
export { COMPLETION, DEMO, DOCTOR, EXEC, LOGIN, LOGOUT, PULL_SECRET, ROTATE, SANDBOX, STATUS, VERIFY };
export { readOptions } from '../config/options.ts';

/** In the order of the help. */
export const COMMANDS: readonly CommandContract[] = [
  LOGIN,
  LOGOUT,
  EXEC,
  VERIFY,
  DOCTOR,
  PULL_SECRET,
  ROTATE,
  STATUS,
  SANDBOX,
  DEMO,
  COMPLETION,
];
